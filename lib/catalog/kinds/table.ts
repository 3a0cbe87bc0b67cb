import { z } from 'zod'
import type { Kind } from './kind'

/** A row of any other table has no fields of its own: its cells stand in `more`, as inline markdown by their headers. */
export const tableSchema = z.object({})

export type TableRow = z.output<typeof tableSchema>

/** The kind of a row that tells of anything else: a paper, a tool, an interface. */
export const table: Kind<TableRow> = {
  kind: 'table',
  words: { one: 'entry', many: 'entries' },
  schema: tableSchema,
  columns: [],
  links: () => [],
  terms: () => ({}),
}
