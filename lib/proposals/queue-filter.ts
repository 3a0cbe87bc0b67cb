import { z } from 'zod'
import { subjects } from './about'

/** How long a proposal waits at least, in days. */
export const ages = { day: 1, week: 7, month: 30 } as const

const flag = z.literal('yes').optional().catch(undefined)

/** What a maintainer looks for in the queue, as an address has it; what makes no sense in it is left out. */
export const queueFilterSchema = z.object({
  kind: z.enum(subjects).optional().catch(undefined),
  section: z.string().regex(/^[a-z0-9-]{1,120}$/).optional().catch(undefined),
  /** Waiting at least so long. */
  age: z.enum(['day', 'week', 'month']).optional().catch(undefined),
  /** Of people of whom nothing was accepted yet. */
  newcomer: flag,
  /** With an entry or an open proposal that is likely the same. */
  duplicates: flag,
  /** With an entry that the catalog changed since. */
  moved: flag,
  /** Those that the reader said to be reviewing. */
  mine: flag,
})
export type QueueFilter = z.output<typeof queueFilterSchema>

/** Whether anything is looked for. */
export function isFiltered(filter: QueueFilter): boolean {
  return Object.values(filter).some((value) => value !== undefined)
}
