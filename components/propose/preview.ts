import { encodeUrl } from '@/lib/catalog/url'
import { entrySchema, type EntryDraft, type EntryKind } from '@/lib/catalog/entry'
import { previewAdd, type Preview, type SectionFrame } from '@/lib/readme/preview'
import { blank, entryOf, type LinkValues, type Values } from './values'

/** What the preview shows of a form. */
export interface Shown {
  /** Null until a section is chosen. */
  preview: Preview | null
  /** The entry as it will be; null while a field lacks or errs: then the row is that of what is typed. */
  entry: EntryDraft | null
}

/** The row that the form's values make in their section; null while nothing is typed that a row could show. */
export function shownOf(kind: EntryKind, values: Values, sections: readonly SectionFrame[]): Shown | null {
  if (JSON.stringify(values[kind]) === JSON.stringify(blank('')[kind])) return null
  const input = entryOf(kind, values)
  const parsed = entrySchema.safeParse(input)
  const entry = parsed.success ? parsed.data : asTyped(input)
  const section = sections.find(({ slug }) => slug === values.section)
  return { preview: section ? previewAdd(section, entry, values.place) : null, entry: parsed.success ? parsed.data : null }
}

/** An unfinished entry as far as a row can show it: trimmed, and without the links that nobody has begun. */
function asTyped(entry: EntryDraft): EntryDraft {
  const link = ({ label, url }: LinkValues) => ({ label: label.trim(), url: encodeUrl(url) })
  const begun = (value: LinkValues | null) => (value && value.label.trim() + value.url.trim() !== '' ? link(value) : null)
  if (entry.kind === 'dataset') {
    const { name, papers, description, links } = entry.fields
    return { kind: entry.kind, fields: { name: name.trim(), papers: papers.map(link), description, links: links.map(link) } }
  }
  const { name, paper, code } = entry.fields
  return { kind: entry.kind, fields: { ...entry.fields, name: name.trim(), paper: begun(paper), code: begun(code) } }
}
