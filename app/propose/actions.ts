'use server'

import { redirect } from 'next/navigation'
import { textOf } from '@/app/form-text'
import { goesSchema, intoTray, pathAfter, type Goes } from '@/components/propose/goes'
import { readPlace } from '@/components/propose/place-options'
import type { FormState } from '@/components/proposal/form-action'
import { action } from '@/lib/action'
import type { Actor } from '@/lib/auth/policy'
import { database } from '@/lib/db'
import { fail, type Failure, type Result } from '@/lib/errors'
import { amendChange } from '@/lib/proposals/amend'
import { proposalSchema, type ProposalDraft, type ProposalInput } from '@/lib/proposals/change'
import type { SentDraft } from '@/lib/proposals/drafts'
import { reviseProposal, submitProposal } from '@/lib/proposals/service'
import { putInTray } from '@/lib/proposals/tray'
import { sentDraft, sentDraftSchema } from './sent-draft'

// Extended, not nested: messages keep the paths that the forms know. `from` is the draft that goes with what is sent.
const run = action(proposalSchema.extend({ goes: goesSchema, from: sentDraftSchema }), async ({ goes, from, ...input }, viewer) => {
  const sent = await deliver(goes, input, from, viewer)
  return sent.ok ? { ok: true as const, value: { path: pathAfter(goes, sent.value.id) } } : sent
})

function deliver(goes: Goes, input: ProposalDraft, from: SentDraft, viewer: Actor): Promise<Result<{ id: number }>> {
  switch (goes.to) {
    case 'submit':
      return submitProposal(database(), viewer, input, from)
    case 'tray':
      return putInTray(database(), viewer, { item: goes.item, input, from })
    case 'revise':
      return reviseProposal(database(), viewer, { proposal: goes.proposal, version: goes.version, input, from })
    case 'amend':
      return amendChange(database(), viewer, { ...goes, changes: input.changes, lookups: input.lookups }, from)
  }
}

/** Sends what a form of an entry holds to where it goes; answers the page to go on with. */
export async function send(goes: Goes, input: ProposalInput, from: SentDraft): Promise<Result<{ path: string }>> {
  return run({ ...input, goes, from })
}

/** The entry that a form is about, and where it sends what it holds. */
export interface About {
  section: string
  key: string
  goes: Goes
}

/** Proposes that an entry goes, for the `reason` typed. */
export async function sendRemoval(about: About, _previous: FormState, form: FormData): Promise<FormState> {
  const typed = { reason: textOf(form, 'reason'), into: textOf(form, 'into') }
  const into = typed.into === '' ? {} : { into: typed.into }
  const change = { op: 'remove', ...entryOf(about, form), reason: typed.reason, ...into }
  return settle(await run({ goes: goingOf(about, form), from: sentDraft(form), rationale: '', changes: [change] }), typed)
}

/** Proposes that an entry goes to the place chosen. */
export async function sendMove(about: About, _previous: FormState, form: FormData): Promise<FormState> {
  const typed = { going: textOf(form, 'going'), rationale: textOf(form, 'rationale') }
  const going = readPlace(typed.going)
  if (!going) return { failure: missing, typed }
  const change = { op: 'move', ...entryOf(about, form), ...going }
  return settle(await run({ goes: goingOf(about, form), from: sentDraft(form), rationale: typed.rationale, changes: [change] }), typed)
}

const missing = fail('invalid', 'Choose where it should stand.', { going: 'Choose where it should stand.' })

/** Where it goes: the button pressed may say into the tray. */
function goingOf({ goes }: About, form: FormData): Goes {
  return goes.to === 'submit' && form.get('to') === 'tray' ? intoTray : goes
}

function entryOf({ section, key }: About, form: FormData) {
  return { section, key, base: Number(textOf(form, 'base')) }
}

function settle(result: Awaited<ReturnType<typeof run>>, typed: Record<string, string>): FormState {
  if (result.ok) redirect(result.value.path)
  return { failure: result.fields ? atFields(result, result.fields) : result, typed }
}

/** The failure with its messages at the form's fields; of what no field shows the form itself tells. */
function atFields(failure: Failure, fields: Record<string, string>): Failure {
  const shown = Object.entries(fields).map(([path, message]) => [fieldOf(path), message] as const)
  const untold = shown.find(([field]) => field === undefined)
  return untold ? fail(failure.code, untold[1]) : fail(failure.code, failure.message, Object.fromEntries(shown))
}

function fieldOf(path: string): string | undefined {
  if (path === 'rationale') return path
  const field = path.split('.')[2]
  return field === 'to' || field === 'place' ? 'going' : field === 'reason' || field === 'into' ? field : undefined
}
