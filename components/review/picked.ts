import { z } from 'zod'

/** A proposal that is picked from the queue, in the version that was shown, as the value of its box: `12-1`. */
export function printPick({ id, version }: { id: number; version: number }): string {
  return `${id}-${version}`
}

const pickSchema = z.string().regex(/^\d{1,9}-\d{1,9}$/).transform((text) => {
  const [proposal, version] = text.split('-').map(Number) as [number, number]
  return { proposal, version }
})

/** What is said of all that are picked, as the form sends it. */
export const manySchema = z
  .object({
    proposals: z.array(pickSchema).min(1, 'Tick at least one.').max(50, 'Decide at most 50 at once.'),
    verdict: z.enum(['accepted', 'rejected', 'changes_requested']),
    reason: z.string(),
  })
  .refine(({ verdict, reason }) => verdict === 'accepted' || reason.trim() !== '', { path: ['reason'], message: 'Say why: the proposers will read it.' })
