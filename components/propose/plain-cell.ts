import { columnOf, type EntryKind } from '@/lib/catalog/entry'
import { link, links, list, none, titled } from '@/lib/catalog/cell'
import { printText } from '@/lib/catalog/text'
import { labelFor } from '@/lib/catalog/label'

/** What a spreadsheet says of one column of an entry, and what it says beside it: the address that its text leads to. */
export interface Plain {
  text: string
  address?: string | undefined
}

/**
 * A cell as the list writes it, of a value that is no markdown: an address becomes a link called as the list calls it, what is behind
 * semicolons a list, and characters that mean something in markdown are escaped. What reads as a cell already is one.
 */
export function plainCell(kind: EntryKind, column: string, { text, address = '' }: Plain): string {
  const own = columnOf(kind, column)
  const [said, led] = [text.trim().replace(/\s+/g, ' '), address.trim()]
  if (!own) return said
  if (said === '' && led === '') return column === 'name' ? '' : none
  if (led === '' && /[[\]()*\\]/.test(said) && own.read(said) !== undefined) return said
  return writers[`${kind}.${column}`]?.(said, led) ?? (said === none ? none : printText(said))
}

type Writer = (text: string, address: string) => string

const writers: Record<string, Writer> = {
  'model.paper': (text, address) => (address === '' ? addressed(text, 'paper') : link.print({ label: text || labelFor(address, 'paper'), url: address })),
  'model.code': (text, address) => addressed(address || text, 'link'),
  'model.base': (text) => list.print(partsOf(text)),
  'model.data': (text) => (text === '*' ? text : list.print(partsOf(text))),
  'dataset.name': (text, address) => titled.print({ name: text, papers: linksOf(address, 'paper') }),
  'dataset.links': (text, address) => addressed([text, address].filter(Boolean).join(' '), 'link'),
}

/** Addresses as links; any other text as it is, for its person to mend. */
function addressed(text: string, role: 'paper' | 'link'): string {
  const found = linksOf(text, role)
  return found.length > 0 && addressesIn(text).join('') === text.replace(/[\s,;]+/g, '') ? links.print(found) : printText(text)
}

function linksOf(text: string, role: 'paper' | 'link'): { label: string; url: string }[] {
  return addressesIn(text).map((url) => ({ label: labelFor(url, role) || new URL(url).hostname, url }))
}

function addressesIn(text: string): string[] {
  return text.split(/[\s,;]+/).filter((part) => /^https?:\/\/\S+$/i.test(part) && URL.canParse(part))
}

function partsOf(text: string): string[] {
  return text === none ? [] : text.split(/\s*;\s*|\s+\+\s+/).filter((part) => part !== '')
}
