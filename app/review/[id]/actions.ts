'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { textOf } from '@/app/form-text'
import type { FormState } from '@/components/proposal/form-action'
import { withQuery } from '@/components/entry/paths'
import { readLeftOut, reviewPath } from '@/components/review/left-out'
import { action } from '@/lib/action'
import { currentViewer } from '@/lib/auth/viewer'
import { counted } from '@/lib/catalog/schema'
import { database } from '@/lib/db'
import { fail, type Failure, type Result } from '@/lib/errors'
import { amendChange } from '@/lib/proposals/amend'
import { amendmentSchema, settleSchema } from '@/lib/proposals/amendment'
import { claimReview, releaseReview } from '@/lib/proposals/claims'
import { decideProposal } from '@/lib/proposals/decide'
import { decisionSchema } from '@/lib/proposals/decision'
import { nextInQueue } from '@/lib/proposals/queue'
import { joinReason } from '@/lib/proposals/reasons'
import { settleClash } from '@/lib/proposals/settle'
import type { ProposalState } from '@/prisma/generated/enums'

const run = action(decisionSchema, (input, viewer) => decideProposal(database(), viewer, input, new Date()))

/** Decides a proposal: the form's `verdict` is the button that was pressed, `without` the changes that an acceptance leaves out. */
export async function decide(_previous: FormState, form: FormData): Promise<FormState> {
  const proposal = Number(form.get('proposal'))
  const leftOut = readLeftOut(textOf(form, 'without'))
  const reasons = leftOut.map((ordinal) => [`without-${ordinal}`, textOf(form, `without-${ordinal}`)] as const)
  const typed = { reason: textOf(form, 'reason'), because: textOf(form, 'because'), ...Object.fromEntries(reasons) }
  const verdict = textOf(form, 'verdict')
  const result = await run({
    ...{ proposal, version: Number(form.get('version')), verdict },
    reason: joinReason(typed.because, typed.reason),
    // Who rejects it all has left nothing out.
    without: verdict === 'accepted' ? leftOut.map((ordinal, index) => ({ ordinal, reason: reasons[index]?.[1] ?? '' })) : [],
  })
  if (!result.ok) return { failure: atFields(result, leftOut), typed }
  if (form.get('onward') === 'yes') redirect(await pathOnward(proposal, result.value.state))
  if (leftOut.length > 0) redirect(reviewPath(proposal))
  refresh()
  return { failure: null, typed: {} }
}

/** The page of the oldest that waits, or of the queue, which tells what was decided. */
async function pathOnward(proposal: number, state: ProposalState): Promise<string> {
  const next = await nextInQueue(database(), await currentViewer(), proposal)
  const path = next.ok && next.value !== null ? `/review/${next.value}` : '/review'
  return withQuery(path, { decided: `${proposal}-${state}` })
}

const runAmend = action(amendmentSchema, (input, viewer) => amendChange(database(), viewer, input))

/** Takes what was made of a change back. */
export async function unamend(_previous: FormState, form: FormData): Promise<FormState> {
  const [proposal, version, ordinal] = ['proposal', 'version', 'ordinal'].map((name) => Number(textOf(form, name)))
  return settled(await runAmend({ proposal, version, ordinal, changes: [] }))
}

const runSettle = action(settleSchema, (input, viewer) => settleClash(database(), viewer, input))

/** Settles what of a change clashes: `pick-FIELD` names the side whose value a field gets; a text may get what is `written`. */
export async function settle(_previous: FormState, form: FormData): Promise<FormState> {
  const [proposal, version, ordinal] = ['proposal', 'version', 'ordinal'].map((name) => Number(textOf(form, name)))
  const typed = Object.fromEntries([...form.keys()].filter((name) => name.startsWith('pick-')).map((name) => [name, textOf(form, name)]))
  const picks = Object.fromEntries(Object.entries(typed).map(([name, side]) => [name.slice('pick-'.length), side]))
  const written = textOf(form, 'written')
  const result = await runSettle({ proposal, version, ordinal, picks, written })
  return result.ok ? settled(result) : { failure: result, typed: { ...typed, written } }
}

const numbered = z.object({ proposal: counted })
const runClaim = action(numbered, ({ proposal }, viewer) => claimReview(database(), viewer, proposal, new Date()))
const runRelease = action(numbered, ({ proposal }, viewer) => releaseReview(database(), viewer, proposal))

/** Says that one is reviewing a proposal. */
export async function claim(_previous: FormState, form: FormData): Promise<FormState> {
  return settled(await runClaim({ proposal: Number(textOf(form, 'proposal')) }))
}

/** Takes that back. */
export async function release(_previous: FormState, form: FormData): Promise<FormState> {
  return settled(await runRelease({ proposal: Number(textOf(form, 'proposal')) }))
}

function settled(result: Result<unknown>): FormState {
  if (!result.ok) return { failure: result, typed: {} }
  refresh()
  return { failure: null, typed: {} }
}

/** The failure with its messages at the form's fields: those of what is left out by their places. */
function atFields(failure: Failure, leftOut: readonly number[]): Failure {
  if (!failure.fields) return failure
  const fields = Object.entries(failure.fields).map(([path, message]) => [path.replace(/^without\.(\d+)\.reason$/, (_, index: string) => `without.${leftOut[Number(index)]}`), message])
  return fail(failure.code, failure.message, Object.fromEntries(fields))
}
