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

/** How clearly a column's header says that its cells name the rows; smaller is clearer. */
const headerRanks: readonly RegExp[] = [
  /\b(name|title)s?\b/i,
  /^(api|app|application|article|book|company|course|framework|library|method|model|organi[sz]ation|package|paper|product|project|publication|repo|repository|resource|service|software|system|tool|website|work)s?$/i,
]
/** Headers of what a list says beside the name, often before it. */
const aside = /^(#|no|nr|id|rank|date|year|month|day|time|when|published|venue|conference|journal|type|category|status|stars?|logo|icon|image|badge)s?\.?$/i

/** All ranks, the clearest first. */
export const namingRanks = [0, 1, 2, 3] as const

// Headers are few and asked for with every row.
const ranks = new Map<string, number>()

/** The rank of a column's header. */
export function namingRank(header: string): number {
  const known = ranks.get(header)
  if (known !== undefined) return known
  const found = headerRanks.findIndex((pattern) => pattern.test(header))
  const rank = found === -1 ? headerRanks.length + (aside.test(header) ? 1 : 0) : found
  if (ranks.size > 10_000) ranks.clear()
  ranks.set(header, rank)
  return rank
}
