import { z } from 'zod'
import { note } from '@/lib/catalog/schema'

/** Whom somebody blocks, and why, in words that the person will read. */
export const blockSchema = z.object({
  person: z.uuid(),
  reason: note(500, 'Keep the reason under 500 characters.').refine((text) => text !== '', 'Say why: the person will read it.'),
})

export type BlockInput = z.input<typeof blockSchema>

/** Since when somebody is blocked, and why. */
export interface Block {
  since: Date
  reason: string
}
