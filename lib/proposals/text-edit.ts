import { z } from 'zod'
import { note } from '@/lib/catalog/schema'

/** Another text in the place of one passage of the README, as it was at the catalog revision `base`. */
export const textEditSchema = z.object({
  base: z.number().int().positive(),
  index: z.number().int().nonnegative(),
  text: z
    .string()
    .max(100_000, 'Keep it under 100,000 characters.')
    .refine((text) => text.isWellFormed() && !text.includes('\0'), 'It has characters that no README can hold.'),
  rationale: note(2000, 'Keep the note under 2,000 characters.').default(''),
})

export type TextEditInput = z.input<typeof textEditSchema>
export type TextEdit = z.output<typeof textEditSchema>
