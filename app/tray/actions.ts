'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { textOf } from '@/app/form-text'
import type { FormState } from '@/components/proposal/form-action'
import { action } from '@/lib/action'
import { counted } from '@/lib/catalog/schema'
import { database } from '@/lib/db'
import { throwAway } from '@/lib/proposals/drafts'
import { sendTray, takeFromTray } from '@/lib/proposals/tray'

const id = z.coerce.number().pipe(counted)

const runSend = action(z.object({ items: z.array(id), rationale: z.string() }), (input, viewer) => sendTray(database(), viewer, input))

/** Sends what was shown of the tray as one proposal, and leads to it. */
export async function send(_previous: FormState, form: FormData): Promise<FormState> {
  const rationale = textOf(form, 'rationale')
  const sent = await runSend({ items: form.getAll('item'), rationale })
  if (!sent.ok) return { failure: sent, typed: { rationale } }
  redirect(`/proposals/${sent.value.id}`)
}

const runTakeOut = action(z.object({ item: id }), ({ item }, viewer) => takeFromTray(database(), viewer, item))

/** Takes a change out of the tray. */
export async function takeOut(_previous: FormState, form: FormData): Promise<FormState> {
  return shownAgain(await runTakeOut(form))
}

const runDrop = action(z.object({ form: z.string().min(1).max(500) }), (input, viewer) => throwAway(database(), viewer, input.form))

/** Throws away what is kept of a form that was not sent. */
export async function drop(_previous: FormState, form: FormData): Promise<FormState> {
  return shownAgain(await runDrop(form))
}

function shownAgain(result: Awaited<ReturnType<typeof runDrop>>): FormState {
  if (!result.ok) return { failure: result, typed: {} }
  refresh()
  return { failure: null, typed: {} }
}
