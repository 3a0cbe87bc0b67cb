import { z } from 'zod'
import { entryName, entrySchema, readDraft } from '@/lib/catalog/entry'
import { line, note } from '@/lib/catalog/schema'
import { placeSchema } from '@/lib/readme/place'

/**
 * A new entry in a section, named by its slug: of the changes that a list can have (lib/readme/change) the one that a form can
 * send. An addition with more, as an import's may have a key or bytes of its own, is no form's.
 */
const formAddSchema = z.strictObject(
  {
    op: z.literal('add'),
    section: line(120, 'Choose the section.'),
    place: placeSchema.default('manner'),
    entry: entrySchema,
  },
  // Whatever has the `op` of an addition is an object: only what it has beyond these can be wrong with it.
  { error: ({ keys }) => `What is proposed here has no “${[keys].flat().join('”, “')}”.` },
)

/** What a form sends, as plain JSON. */
export const formChangeSchema = z.discriminatedUnion('op', [formAddSchema])
export type FormChange = z.output<typeof formChangeSchema>

/** What a researcher submits. */
export const proposalSchema = z.object({
  rationale: note(2000, 'Keep the note under 2,000 characters.').default(''),
  changes: z.array(formChangeSchema, 'List the changes.').min(1, 'A proposal changes something.').max(200, 'Send at most 200 changes at once.'),
})

/** What a form or a file holds before it is checked. */
export type ProposalInput = z.input<typeof proposalSchema>
export type ProposalDraft = z.output<typeof proposalSchema>

/** Stored changes as a form sends them; null where a form could not have sent them all. */
export function draftOf(stored: readonly unknown[]): FormChange[] | null {
  const drafts = z.array(formChangeSchema).safeParse(stored)
  return drafts.success ? drafts.data : null
}

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

/** A proposal's title, told from its changes: "Add MMedLM 2", or "Add MMedLM 2 and 3 more". */
export function titleOf(changes: readonly FormChange[]): string {
  const [first, ...others] = changes
  const name = first ? `Add ${entryName(readDraft(first.entry))}` : 'Nothing'
  return others.length === 0 ? name : `${name} and ${others.length} more`
}
