import type { EntryAt } from '@/lib/api/represent'
import { entryAddress } from '@/lib/api/represent'
import { links, list } from '@/lib/catalog/cell'
import type { Columns, EntryKind, ReadEntry } from '@/lib/catalog/entry'

/** One column of a table of entries: what it is called, and its text of an entry. */
interface TableColumn {
  name: string
  text(entry: EntryAt, origin: string): string
}

type Fields<Kind extends EntryKind> = Extract<ReadEntry, { kind: Kind }>['fields']

const ofModel = (name: string, text: (fields: Fields<'model'>) => string | null | undefined): TableColumn => ({ name, text: ({ entry }) => (entry.kind === 'model' ? (text(entry.fields) ?? '') : '') })
const ofDataset = (name: string, text: (fields: Fields<'dataset'>) => string | null | undefined): TableColumn => ({ name, text: ({ entry }) => (entry.kind === 'dataset' ? (text(entry.fields) ?? '') : '') })

const first: TableColumn[] = [
  { name: 'kind', text: ({ kind }) => kind },
  { name: 'name', text: ({ name }) => name },
  { name: 'section', text: ({ section }) => section.heading },
]

// Lists are written as the README writes them: none is empty, "A + B", "[label](address), [label](address)".
const own: Record<EntryKind, TableColumn[]> = {
  model: [
    ofModel('subfield', ({ subfield }) => subfield),
    ofModel('paper', ({ paper }) => paper?.label),
    ofModel('paper_url', ({ paper }) => paper?.url),
    ofModel('code', ({ code }) => code?.label),
    ofModel('code_url', ({ code }) => code?.url),
    ofModel('base', ({ base = [] }) => (base.length === 0 ? '' : list.print(base))),
    ofModel('data', ({ data = [] }) => (data.length === 0 ? '' : list.print(data))),
    ofModel('more_than_three_sources', ({ starred }) => (starred === undefined ? '' : starred ? 'yes' : 'no')),
  ],
  dataset: [
    ofDataset('papers', ({ papers = [] }) => (papers.length === 0 ? '' : links.print(papers))),
    ofDataset('description', ({ description }) => description),
    ofDataset('links', ({ links: others = [] }) => (others.length === 0 ? '' : links.print(others))),
  ],
  table: [],
}

const cellsOf = (entry: ReadEntry) => ({ ...entry.raw, ...entry.more })

/** What no column has room for, as JSON: cells that fit no field. */
const others: TableColumn = { name: 'other_cells', text: ({ entry }) => (Object.keys(cellsOf(entry)).length === 0 ? '' : JSON.stringify(cellsOf(entry))) }

const last: TableColumn[] = [
  { name: 'id', text: ({ id }) => id },
  { name: 'slug', text: ({ slug }) => slug },
  { name: 'url', text: (entry, origin) => entryAddress(origin, entry) },
  { name: 'revision', text: ({ revision }) => String(revision) },
  { name: 'updated_at', text: ({ at }) => at.toISOString() },
]

/**
 * The columns of a table of entries of some kinds. Cells of other columns have a column each where the table's own are told (`cells`), and
 * stand in one together where not.
 */
export function tableColumns(kinds: readonly EntryKind[], cells?: Columns): TableColumn[] {
  const fields = kinds.flatMap((kind) => own[kind])
  const each = cells?.map((key): TableColumn => ({ name: fields.concat(first, last).some(({ name }) => name === key) ? `${key} (cell)` : key, text: ({ entry }) => cellsOf(entry)[key] ?? '' }))
  return [...first, ...fields, ...(each ?? [others]), ...last]
}
