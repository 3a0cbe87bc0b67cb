import { z } from 'zod'
import { counted, note, ordinal } from '@/lib/catalog/schema'

const leftOutSchema = z.object({
  ordinal,
  reason: note(500, 'Keep the reason under 500 characters.').refine((text) => text !== '', 'Say why it is left out.'),
})

/** What a maintainer says of a version of a proposal. */
export const decisionSchema = z
  .object({
    proposal: counted,
    /** The version that was read; a decision on an older one is refused. */
    version: counted,
    verdict: z.enum(['accepted', 'rejected', 'changes_requested']),
    reason: note(2000, 'Keep the reason under 2,000 characters.').default(''),
    /** Of an acceptance the changes that are left out, by their places among the version's, each with why. */
    without: z.array(leftOutSchema).max(20_000).default([]),
  })
  .refine(({ verdict, reason }) => verdict === 'accepted' || reason !== '', {
    path: ['reason'],
    message: 'Say why: the proposer will read it.',
  })
  .refine(({ verdict, without }) => verdict === 'accepted' || without.length === 0, {
    path: ['without'],
    message: 'Only of an acceptance something is left out.',
  })

export type DecisionInput = z.input<typeof decisionSchema>
export type DecisionDraft = z.output<typeof decisionSchema>
