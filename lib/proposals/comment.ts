import { z } from 'zod'
import { counted, note } from '@/lib/catalog/schema'

/** Something said of a proposal, in markdown. */
export const commentSchema = z.object({
  proposal: counted,
  body: note(4000, 'Keep it under 4,000 characters.').refine((text) => text !== '', 'Say something.'),
})

export type CommentInput = z.input<typeof commentSchema>
