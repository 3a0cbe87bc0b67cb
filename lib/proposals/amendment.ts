import { z } from 'zod'
import { counted, ordinal } from '@/lib/catalog/schema'
import { mostRecords } from '@/lib/lookup/record'
import { formChangeSchema, passageText } from './change'

/** What a maintainer makes of one change of a version: another in its place, or none, and it is as it was sent. */
export const amendmentSchema = z.object({
  proposal: counted,
  version: counted,
  ordinal,
  changes: z.array(formChangeSchema).max(1, 'A change is amended by one change.'),
  /** Look-ups that its values may come from, by their ids. */
  lookups: z.array(z.uuid()).max(mostRecords).optional(),
})

export type AmendmentInput = z.input<typeof amendmentSchema>

/**
 * Whose value each clashing field of an edit gets, by the field's name: what the catalog says by now, or what is proposed. Of a change of the text
 * the one field is `text`, which may also be what is `written`.
 */
export const settleSchema = z.object({
  proposal: counted,
  version: counted,
  ordinal,
  picks: z.record(z.string(), z.enum(['ours', 'theirs', 'written'])),
  written: passageText.default(''),
})

export type SettleInput = z.input<typeof settleSchema>
export type SettleOutput = z.output<typeof settleSchema>
