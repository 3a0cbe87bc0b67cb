import { z } from 'zod'
import { entryName, readCells, readDraft, type EntryInput } from '@/lib/catalog/entry'
import { identitiesOf } from '@/lib/catalog/identity'
import type { ProposalInput } from '@/lib/proposals/change'
import { endOf } from '@/lib/readme/place'
import type { SectionFrame } from '@/lib/readme/preview'
import { columnOfPath, entryOfCells, type PastedEntry } from './pasted-entry'

/** A row of the grid: the cells of the section's columns, as they are typed. */
const rowSchema = z.object({ id: z.number().int(), cells: z.array(z.string()) })
export type GridRow = z.output<typeof rowSchema>

/** What the form of many rows holds. `rows` null: nothing was read yet; `strange`: headers that the section has no column for. */
export const gridSchema = z.object({
  section: z.string(),
  text: z.string(),
  rows: z.array(rowSchema).nullable(),
  strange: z.array(z.string()),
  rationale: z.string(),
})
export type Grid = z.output<typeof gridSchema>

export const emptyGrid: Grid = { section: '', text: '', rows: null, strange: [], rationale: '' }

/** A row of the grid as it was read. */
export type ReadRow = GridRow & { name: string; read: PastedEntry; /** The place among the rows of one before it that says the same. */ twin: number | null }

/** Reads the grid's rows as entries of the section, and tells which say the same. */
export function readRows(rows: readonly GridRow[], section: SectionFrame): ReadRow[] {
  const seen = new Map<string, number>()
  return rows.map((row, index) => {
    const read = entryOfCells(row.cells, section)
    const entry = read.entry ? readDraft(read.entry) : readCells(section.kind, section.frame.columns, row.cells)
    const identities = read.entry ? identitiesOf(entry) : []
    const twin = identities.map((identity) => seen.get(identity)).find((at) => at !== undefined) ?? null
    for (const identity of identities) if (!seen.has(identity)) seen.set(identity, index)
    return { ...row, name: entryName(entry), read, twin }
  })
}

/** The rows in the order in which their entries are added, so that the table lists them in the order in which they were pasted. */
function added(rows: readonly ReadRow[], section: SectionFrame): ReadRow[] {
  return endOf('manner', section.frame) === 'start' ? rows.toReversed() : [...rows]
}

/** What the rows propose; every one of them is an entry by now. */
export function proposalOf(rows: readonly ReadRow[], section: SectionFrame, rationale: string): ProposalInput {
  const changes = added(rows, section).map(({ read }) => ({ op: 'add' as const, section: section.slug, entry: read.entry as EntryInput }))
  return { rationale, changes }
}

/** What the server refused of the proposal, by the row's id and its column; of a row as a whole at its first column, of no row at ''. */
export function refusalsOf(fields: Record<string, string>, rows: readonly ReadRow[], section: SectionFrame): Map<number | '', Record<string, string>> {
  const refusals = new Map<number | '', Record<string, string>>()
  const order = added(rows, section)
  for (const [path, message] of Object.entries(fields)) {
    const [, at, rest = ''] = /^changes\.(\d+)\.(.*)$/.exec(path) ?? []
    const row = at === undefined ? undefined : order[Number(at)]
    const [first = '', ...steps] = rest.split('.')
    const column = (first === 'entry' ? columnOfPath(section.kind, steps) : undefined) ?? section.frame.columns[0] ?? ''
    const id = row?.id ?? ''
    refusals.set(id, { [row ? column : path]: message, ...refusals.get(id) })
  }
  return refusals
}
