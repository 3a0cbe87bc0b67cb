'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import type { FormState } from '@/components/proposal/form-action'
import { action } from '@/lib/action'
import { database } from '@/lib/db'
import { withdrawProposal } from '@/lib/proposals/service'
import { undoProposal } from '@/lib/proposals/undo'

const withdrawalSchema = z.object({ proposal: z.number().int().positive(), version: z.number().int().positive() })

const run = action(withdrawalSchema, (input, viewer) => withdrawProposal(database(), viewer, input))

/** Takes a proposal back. */
export async function withdraw(_previous: FormState, form: FormData): Promise<FormState> {
  const result = await run({ proposal: Number(form.get('proposal')), version: Number(form.get('version')) })
  if (!result.ok) return { failure: result, typed: {} }
  refresh()
  return { failure: null, typed: {} }
}

const undoSchema = z.object({ proposal: z.number().int().positive(), rationale: z.string() })

const runUndo = action(undoSchema, (input, viewer) => undoProposal(database(), viewer, input))

/** Proposes to take an accepted proposal back, and leads to that proposal. */
export async function undo(_previous: FormState, form: FormData): Promise<FormState> {
  const typed = form.get('rationale')
  const rationale = typeof typed === 'string' ? typed : ''
  const result = await runUndo({ proposal: Number(form.get('proposal')), rationale })
  if (!result.ok) return { failure: result, typed: { rationale } }
  redirect(`/proposals/${result.value.id}`)
}
