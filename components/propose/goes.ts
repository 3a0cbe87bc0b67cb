import { z } from 'zod'
import type { EntryKind } from '@/lib/catalog/entry'

const version = { proposal: z.number().int().positive(), version: z.number().int().positive() }

/**
 * Where what a form holds goes: it becomes a new proposal, the next version of one's own, made from the `version` read, or what a
 * maintainer makes of one change of somebody's.
 */
export const goesSchema = z.discriminatedUnion('to', [
  z.object({ to: z.literal('submit') }),
  z.object({ to: z.literal('revise'), ...version }),
  z.object({ to: z.literal('amend'), ...version, ordinal: z.number().int().nonnegative() }),
])
export type Goes = z.output<typeof goesSchema>

/** What the button that sends it says. */
export const goesWords: Record<Goes['to'], { button: string; after: string }> = {
  submit: { button: 'Send for review', after: 'A maintainer decides. You can revise or withdraw it until then.' },
  revise: { button: 'Send the new version', after: 'A maintainer decides. You can revise or withdraw it until then.' },
  amend: { button: 'Amend the change', after: 'The change as it was sent is kept beside it. Nothing is accepted yet.' },
}

/** The name of a form among a person's: what was typed into one comes back into no other. */
export function formName(goes: Goes, kind: EntryKind, edited: { key: string } | undefined): string {
  if (goes.to === 'amend') return `amend:${goes.proposal}/${goes.ordinal}`
  if (goes.to === 'revise') return `revise:${goes.proposal}`
  return edited ? `edit:${kind}/${edited.key}` : kind
}

/** The page that shows what was sent. */
export function pathAfter(goes: Goes, proposal: number): string {
  return goes.to === 'amend' ? `/review/${proposal}` : `/proposals/${proposal}`
}

/** The proposal that a form is about already, and its version. */
export function proposalIn(goes: Goes): { proposal: number; version: number } | null {
  return goes.to === 'submit' ? null : goes
}
