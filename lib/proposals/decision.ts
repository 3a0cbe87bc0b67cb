import { z } from 'zod'
import { note } from '@/lib/catalog/schema'

/** What a maintainer says of a version of a proposal. */
export const decisionSchema = z
  .object({
    proposal: z.number().int().positive(),
    /** The version that was read; a decision on an older one is refused. */
    version: z.number().int().positive(),
    verdict: z.enum(['accepted', 'rejected', 'changes_requested']),
    reason: note(2000, 'Keep the reason under 2,000 characters.').default(''),
  })
  .refine(({ verdict, reason }) => verdict === 'accepted' || reason !== '', {
    path: ['reason'],
    message: 'Say why: the proposer will read it.',
  })

export type DecisionInput = z.input<typeof decisionSchema>
export type DecisionDraft = z.output<typeof decisionSchema>
