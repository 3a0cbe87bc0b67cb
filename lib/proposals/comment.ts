import { z } from 'zod'
import { note } from '@/lib/catalog/schema'

/** Something said of a proposal, in markdown. */
export const commentSchema = z.object({
  proposal: z.number().int().positive(),
  body: note(4000, 'Keep it under 4,000 characters.').refine((text) => text !== '', 'Say something.'),
})

export type CommentInput = z.input<typeof commentSchema>
