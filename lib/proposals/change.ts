import { z } from 'zod'
import { entryEditSchema, entrySchema } from '@/lib/catalog/entry'
import { counted, line, note } from '@/lib/catalog/schema'
import { mostRecords } from '@/lib/lookup/record'
import { positionSchema } from '@/lib/readme/change'
import { placeSchema } from '@/lib/readme/place'

/** A change as a form sends it has these keys and no others. */
function strict<Shape extends z.ZodRawShape>(shape: Shape) {
  // Whatever has the `op` of a change is an object: only what it has beyond these can be wrong with it as a whole.
  return z.strictObject(shape, { error: ({ keys }) => `What is proposed here has no “${[keys].flat().join('”, “')}”.` })
}

const section = line(120, 'Choose the section.')

/** An entry that is there already: its section and its slug, as they are at the catalog revision `base` that the form showed. */
const listed = {
  section,
  key: line(400, 'Name the entry.'),
  base: counted,
}

/** A new entry in a section. An addition with more, as an import's may have a key or bytes of its own, is no form's. */
const addSchema = strict({ op: z.literal('add'), section, place: placeSchema.default('manner'), entry: entrySchema })

/** Other values for some of an entry's fields; what is not named stays. */
const editSchema = strict({ op: z.literal('edit'), ...listed, entry: entryEditSchema })

/** An entry that goes, and why; `into` is the entry of its kind that it repeats. */
const removeSchema = strict({
  op: z.literal('remove'),
  ...listed,
  reason: note(500, 'Keep the reason under 500 characters.').refine((text) => text !== '', 'Say why it should go.'),
  into: line(400).optional(),
})

/** An entry that goes elsewhere: in its own table, or in another of its kind. */
const moveSchema = strict({ op: z.literal('move'), ...listed, to: section.optional(), place: positionSchema })

/** The text of a passage of the README: headings, prose, and tables that are new. */
export const passageText = z
  .string()
  .max(100_000, 'Keep it under 100,000 characters.')
  .refine((text) => text.isWellFormed() && !text.includes('\0'), 'It has characters that no README can hold.')

/** Another text in the place of a passage, as it was at the revision `base`: that `above` the table of a section, or, null, that behind the last table. */
export const formTextSchema = strict({ op: z.literal('text'), base: counted, above: line(120).nullable(), text: passageText })

/** What a form sends, as plain JSON: of the changes that a list can have (lib/readme/change) those that a person makes one by one. */
export const formChangeSchema = z.discriminatedUnion('op', [addSchema, editSchema, removeSchema, moveSchema, formTextSchema])
export type FormChange = z.output<typeof formChangeSchema>
export type FormEdit = Extract<FormChange, { op: 'edit' }>
export type FormText = Extract<FormChange, { op: 'text' }>

/** So many changes a form's proposal holds at most. */
export const mostChanges = 200

/** What a researcher submits. */
export const proposalSchema = z.object({
  rationale: note(2000, 'Keep the note under 2,000 characters.').default(''),
  changes: z.array(formChangeSchema, 'List the changes.').min(1, 'A proposal changes something.').max(mostChanges, `Send at most ${mostChanges} changes at once.`),
  /** Look-ups that its values may come from, by their ids: lib/lookup. */
  lookups: z.array(z.uuid()).max(mostRecords).optional(),
})

/** What a form or a file holds before it is checked. */
export type ProposalInput = z.input<typeof proposalSchema>
export type ProposalDraft = z.output<typeof proposalSchema>
