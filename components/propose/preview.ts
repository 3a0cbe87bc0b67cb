import { encodeUrl } from '@/lib/catalog/url'
import { entryName, entrySchema, printCells, readCells, readDraft, type EntryDraft, type EntryInput, type EntryKind, type ReadEntry } from '@/lib/catalog/entry'
import { previewAdd, type Preview, type SectionFrame } from '@/lib/readme/preview'
import { escapeCell } from '@/lib/catalog/text'
import { blank, entryOf, type LinkValues, type Values } from './values'

/** What the preview shows of a form. */
export interface Shown {
  /** Null until a section is chosen. */
  preview: Preview | null
  /** What the entry is called as far as it is typed. */
  name: string
  /** The entry as the catalog will read it; null while a field lacks or errs: then the row is that of what is typed. */
  entry: ReadEntry | null
}

/** The row that the form's values make in their section; null while nothing is typed that a row could show. */
export function shownOf(kind: EntryKind, values: Values, sections: readonly SectionFrame[]): Shown | null {
  const section = sections.find(({ slug }) => slug === values.section)
  const input = entryOf(kind, values, section)
  if (JSON.stringify(input) === JSON.stringify(entryOf(kind, blank('', []), section))) return null
  const parsed = entrySchema.safeParse(input)
  const entry = parsed.success ? parsed.data : asTyped(input)
  return {
    preview: section ? previewAdd(section, entry, values.place) : null,
    name: entryName(readDraft(entry)),
    entry: parsed.success ? asRead(parsed.data, section) : null,
  }
}

function asRead(entry: EntryDraft, section: SectionFrame | undefined): ReadEntry {
  const columns = section?.frame.columns
  return columns ? readCells(entry.kind, columns, printCells(entry, columns)) : readDraft(entry)
}

/** An unfinished entry as far as a row can show it: trimmed, and without the links that nobody has begun. */
function asTyped(entry: EntryInput): EntryDraft {
  const more = Object.fromEntries(Object.entries(entry.more ?? {}).map(([column, cell]) => [column, escapeCell(cell.trim())]))
  if (entry.kind === 'table') return { ...entry, more }
  const link = ({ label, url }: LinkValues) => ({ label: label.trim(), url: encodeUrl(url) })
  const begun = (value: LinkValues | null) => (value && value.label.trim() + value.url.trim() !== '' ? link(value) : null)
  if (entry.kind === 'dataset') {
    const { name, papers, description, links } = entry.fields
    return { kind: entry.kind, fields: { name: name.trim(), papers: papers.map(link), description, links: links.map(link) }, more }
  }
  const { name, paper, code } = entry.fields
  return { kind: entry.kind, fields: { ...entry.fields, name: name.trim(), paper: begun(paper), code: begun(code) }, more }
}
