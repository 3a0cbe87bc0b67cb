'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { textOf } from '@/app/form-text'
import type { FormState } from '@/components/proposal/form-action'
import { action } from '@/lib/action'
import { blockSchema } from '@/lib/auth/block'
import { blockPerson, unblockPerson } from '@/lib/auth/blocks'
import { database } from '@/lib/db'
import { ok, type Result } from '@/lib/errors'
import { rejectOpen, type RejectedOpen } from '@/lib/proposals/reject-open'
import { undoPerson } from '@/lib/proposals/undo'

const run = action(z.object({ person: z.uuid(), rationale: z.string() }), (input, viewer) => undoPerson(database(), viewer, input))

/** Proposes to take back all that was accepted of a person, and leads to that proposal. */
export async function undoAll(_previous: FormState, form: FormData): Promise<FormState> {
  const rationale = textOf(form, 'rationale')
  const result = await run({ person: form.get('person'), rationale })
  if (!result.ok) return { failure: result, typed: { rationale } }
  redirect(`/review/${result.value.id}`)
}

const runBlock = action(blockSchema.extend({ rejects: z.boolean() }), async ({ rejects, ...input }, viewer): Promise<Result<RejectedOpen | null>> => {
  const blocked = await blockPerson(database(), viewer, input)
  if (!blocked.ok || !rejects) return blocked.ok ? ok(null) : blocked
  // Afterwards and one by one: what others decide at the same moment does not keep anybody from being blocked.
  return rejectOpen(database(), viewer, input.person, input.reason, new Date())
})

/** Blocks a person and, where its box is ticked, rejects what of theirs waits, and tells how much that was. */
export async function block(_previous: FormState, form: FormData): Promise<FormState> {
  const typed = { reason: textOf(form, 'reason'), rejects: textOf(form, 'rejects') === 'yes' ? 'yes' : '' }
  const person = textOf(form, 'person')
  const result = await runBlock({ person, reason: typed.reason, rejects: typed.rejects === 'yes' })
  if (!result.ok) return { failure: result, typed }
  if (result.value) tellRejected(person, result.value)
  refresh()
  return { failure: null, typed: {} }
}

const runReject = action(blockSchema, ({ person, reason }, viewer) => rejectOpen(database(), viewer, person, reason, new Date()))

/** Rejects what still waits of somebody who is blocked, for the reason of the block. */
export async function rejectWaiting(_previous: FormState, form: FormData): Promise<FormState> {
  const person = textOf(form, 'person')
  const result = await runReject({ person, reason: textOf(form, 'reason') })
  return result.ok ? tellRejected(person, result.value) : { failure: result, typed: {} }
}

function tellRejected(person: string, { rejected, left }: RejectedOpen): never {
  redirect(`/review/people/${person}?${new URLSearchParams({ rejected: String(rejected), left: String(left) })}`)
}

const runUnblock = action(z.object({ person: z.uuid() }), ({ person }, viewer) => unblockPerson(database(), viewer, person))

/** Lets a person change things again. */
export async function unblock(_previous: FormState, form: FormData): Promise<FormState> {
  const result = await runUnblock({ person: form.get('person') })
  if (!result.ok) return { failure: result, typed: {} }
  refresh()
  return { failure: null, typed: {} }
}
