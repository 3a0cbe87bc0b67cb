'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { textOf } from '@/app/form-text'
import type { FormState } from '@/components/proposal/form-action'
import { action } from '@/lib/action'
import { counted } from '@/lib/catalog/schema'
import { database } from '@/lib/db'
import { commentSchema } from '@/lib/proposals/comment'
import { comment } from '@/lib/proposals/comments'
import { putBack } from '@/lib/proposals/put-back'
import { withdrawProposal } from '@/lib/proposals/service'
import { undoProposal } from '@/lib/proposals/undo'

const withdrawalSchema = z.object({ proposal: counted, version: counted })

const run = action(withdrawalSchema, (input, viewer) => withdrawProposal(database(), viewer, input))

/** Takes a proposal back. */
export async function withdraw(_previous: FormState, form: FormData): Promise<FormState> {
  const result = await run({ proposal: Number(form.get('proposal')), version: Number(form.get('version')) })
  if (!result.ok) return { failure: result, typed: {} }
  refresh()
  return { failure: null, typed: {} }
}

const runPutBack = action(withdrawalSchema, (input, viewer) => putBack(database(), viewer, input))

/** Takes a proposal back, puts its changes into the tray, and leads there. */
export async function putIntoTray(_previous: FormState, form: FormData): Promise<FormState> {
  const result = await runPutBack({ proposal: Number(form.get('proposal')), version: Number(form.get('version')) })
  if (!result.ok) return { failure: result, typed: {} }
  redirect('/tray')
}

const undoSchema = z.object({ proposal: counted, rationale: z.string() })

const runUndo = action(undoSchema, (input, viewer) => undoProposal(database(), viewer, input))

/** Proposes to take an accepted proposal back, and leads to that proposal. */
export async function undo(_previous: FormState, form: FormData): Promise<FormState> {
  const rationale = textOf(form, 'rationale')
  const result = await runUndo({ proposal: Number(form.get('proposal')), rationale })
  if (!result.ok) return { failure: result, typed: { rationale } }
  redirect(`/proposals/${result.value.id}`)
}

const runComment = action(commentSchema, (input, viewer) => comment(database(), viewer, input))

/** Says something of a proposal, and shows it again with it. */
export async function say(_previous: FormState, form: FormData): Promise<FormState> {
  const body = textOf(form, 'body')
  const result = await runComment({ proposal: Number(form.get('proposal')), body })
  if (!result.ok) return { failure: result, typed: { body } }
  refresh()
  return { failure: null, typed: {} }
}
