import { columnOf, entrySchema, kindOf, readCells, type EntryInput, type EntryKind } from '@/lib/catalog/entry'
import { none } from '@/lib/catalog/cell'
import type { SectionColumns } from './column-fields'

/** A pasted row as an entry, or what is wrong with it, by column. */
export type PastedEntry = { entry: EntryInput; problems: null } | { entry: null; problems: Record<string, string> }

const blank: Record<EntryKind, object> = {
  model: { name: '', subfield: null, paper: null, code: null, base: [], data: [], starred: false },
  dataset: { name: '', papers: [], description: null, links: [] },
  table: {},
}

/** How a cell is written that does not fit, by the column that it stands in. */
const shapes: Record<string, string> = {
  'model.paper': 'Write it as [Title](https://…), or - for none.',
  'model.code': 'Write it as [Github](https://…), or - for none.',
  'model.base': 'Write it as A + B, or - for none.',
  'model.data': 'Write it as A + B, with a star behind for more than three, or - for none.',
  'dataset.name': 'Write it as Name, or Name ([arXiv](https://…)).',
  'dataset.links': 'Write it as [Official site](https://…), or - for none.',
}

/** Reads the cells of a row as a new entry of the section, under the rules that its form has. */
export function entryOfCells(cells: readonly string[], { kind, frame }: SectionColumns): PastedEntry {
  const written = frame.columns.map((column, index) => cells[index] || (column !== 'name' && columnOf(kind, column) ? none : ''))
  const { fields, raw, more } = readCells(kind, frame.columns, written)
  const unfit = Object.keys(raw).map((column) => [column, raw[column] === '' ? 'Fill this in.' : (shapes[`${kind}.${column}`] ?? 'Markdown marks do not fit here.')])
  if (unfit.length > 0) return { entry: null, problems: Object.fromEntries(unfit) }
  const said = Object.entries(more).filter(([, cell]) => cell !== '')
  const entry = { kind, fields: { ...blank[kind], ...fields }, ...(said.length > 0 && { more: Object.fromEntries(said) }) } as EntryInput
  const checked = entrySchema.safeParse(entry)
  if (checked.success) return { entry, problems: null }
  const [first = ''] = frame.columns
  const problems: Record<string, string> = {}
  for (const { path, message } of checked.error.issues) problems[columnOfPath(kind, path) ?? first] ??= message
  return { entry: null, problems }
}

/** The column at which an error of an entry is told; undefined of one that is about the row as a whole. */
export function columnOfPath(kind: EntryKind, [part, name]: readonly PropertyKey[]): string | undefined {
  if (part === 'more') return name === undefined ? undefined : String(name)
  return kindOf(kind).columns.find(({ fields }) => fields.includes(name as never))?.key
}
