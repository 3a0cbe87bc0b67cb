'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { textOf } from '@/app/form-text'
import type { SeenPassage } from '@/components/propose/passage-form'
import type { FormState } from '@/components/proposal/form-action'
import { action } from '@/lib/action'
import { database } from '@/lib/db'
import { previewText, proposeText } from '@/lib/proposals/propose-text'
import { textEditSchema } from '@/lib/proposals/text-edit'

const preview = action(textEditSchema, (input, viewer) => previewText(database(), viewer, input))

const revised = z.object({ proposal: z.number().int().positive(), version: z.number().int().positive() }).nullable()
const propose = action(textEditSchema.extend({ revises: revised }), ({ revises, ...input }, viewer) => proposeText(database(), viewer, input, revises))

/** Shows what another text of a passage would change. */
export async function see(_previous: FormState<SeenPassage>, form: FormData): Promise<FormState<SeenPassage>> {
  const { typed, edit } = editIn(form)
  const found = await preview(edit)
  return found.ok ? { failure: null, typed, answer: { preview: found.value, text: typed.text } } : { failure: found, typed }
}

/** Sends it for review, and leads to the proposal. */
export async function send(_previous: FormState, form: FormData): Promise<FormState> {
  const { typed, edit } = editIn(form)
  const proposal = textOf(form, 'proposal')
  const revises = proposal === '' ? null : { proposal: Number(proposal), version: Number(textOf(form, 'version')) }
  const sent = await propose({ ...edit, revises })
  if (!sent.ok) return { failure: sent, typed }
  redirect(`/proposals/${sent.value.id}`)
}

function editIn(form: FormData) {
  const typed = { text: textOf(form, 'text'), rationale: textOf(form, 'rationale') }
  return { typed, edit: { ...typed, base: Number(textOf(form, 'base')), index: Number(textOf(form, 'index')) } }
}
