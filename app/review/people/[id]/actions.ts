'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import type { FormState } from '@/components/proposal/form-action'
import { action } from '@/lib/action'
import { blockSchema } from '@/lib/auth/block'
import { blockPerson, unblockPerson } from '@/lib/auth/blocks'
import { database } from '@/lib/db'
import { ok } from '@/lib/errors'
import { rejectOpen } from '@/lib/proposals/reject-open'
import { undoPerson } from '@/lib/proposals/undo'

const run = action(z.object({ person: z.uuid(), rationale: z.string() }), (input, viewer) => undoPerson(database(), viewer, input))

/** Proposes to take back all that was accepted of a person, and leads to that proposal. */
export async function undoAll(_previous: FormState, form: FormData): Promise<FormState> {
  const typed = form.get('rationale')
  const rationale = typeof typed === 'string' ? typed : ''
  const result = await run({ person: form.get('person'), rationale })
  if (!result.ok) return { failure: result, typed: { rationale } }
  redirect(`/review/${result.value.id}`)
}

const runBlock = action(blockSchema.extend({ rejects: z.boolean() }), async ({ rejects, ...input }, viewer) => {
  const blocked = await blockPerson(database(), viewer, input)
  if (!blocked.ok || !rejects) return blocked
  // Afterwards and one by one: what others decide at the same moment does not keep anybody from being blocked.
  const rejected = await rejectOpen(database(), viewer, input.person, input.reason, new Date())
  return rejected.ok ? ok(blocked.value) : rejected
})

/** Blocks a person and, where its box is ticked, rejects what of theirs waits. */
export async function block(_previous: FormState, form: FormData): Promise<FormState> {
  const [reason, rejects] = [form.get('reason'), form.get('rejects')]
  const typed = { reason: typeof reason === 'string' ? reason : '', rejects: rejects === 'yes' ? 'yes' : '' }
  const result = await runBlock({ person: form.get('person'), reason: typed.reason, rejects: rejects === 'yes' })
  if (!result.ok) return { failure: result, typed }
  refresh()
  return { failure: null, typed: {} }
}

const runUnblock = action(z.object({ person: z.uuid() }), ({ person }, viewer) => unblockPerson(database(), viewer, person))

/** Lets a person change things again. */
export async function unblock(_previous: FormState, form: FormData): Promise<FormState> {
  const result = await runUnblock({ person: form.get('person') })
  if (!result.ok) return { failure: result, typed: {} }
  refresh()
  return { failure: null, typed: {} }
}
