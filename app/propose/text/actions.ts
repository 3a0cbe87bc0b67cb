'use server'

import { redirect } from 'next/navigation'
import { textOf } from '@/app/form-text'
import { intoTray, type Goes } from '@/components/propose/goes'
import type { SeenPassage } from '@/components/propose/passage-form'
import type { FormState } from '@/components/proposal/form-action'
import { action } from '@/lib/action'
import { database } from '@/lib/db'
import { fail, type Failure } from '@/lib/errors'
import { formTextSchema } from '@/lib/proposals/change'
import { previewText } from '@/lib/proposals/text-preview'
import { send } from '../actions'
import { sentDraft } from '../sent-draft'

const preview = action(formTextSchema, (input, viewer) => previewText(database(), viewer, input))

/** The passage that a form is about, above the table of a section or, null, behind the last, and where it sends what it holds. */
export interface AboutPassage {
  above: string | null
  goes: Goes
}

/** Shows what another text of a passage would change; or sends it, if it is the one that was shown. */
export async function sendPassage({ above, goes }: AboutPassage, _previous: FormState<SeenPassage>, form: FormData): Promise<FormState<SeenPassage>> {
  const typed = { text: textOf(form, 'text'), rationale: textOf(form, 'rationale') }
  const change = { op: 'text' as const, base: Number(textOf(form, 'base')), above, text: typed.text }
  const wantsToSee = form.get('to') === 'see' || !form.has('seen')
  if (wantsToSee || textOf(form, 'seen') !== typed.text) {
    const found = await preview(change)
    return found.ok ? { failure: null, typed, answer: { preview: found.value, text: typed.text, again: !wantsToSee } } : { failure: atFields(found), typed }
  }
  const to = goes.to === 'submit' && form.get('to') === 'tray' ? intoTray : goes
  const sent = await send(to, { changes: [change], rationale: typed.rationale }, sentDraft(form))
  if (!sent.ok) return { failure: atFields(sent), typed }
  redirect(sent.value.path)
}

/** The failure with its messages at the form's fields; what no field shows is told at the text. */
function atFields(failure: Failure): Failure {
  const fields = Object.entries(failure.fields ?? {}).map(([path, message]) => [path === 'rationale' ? path : 'text', message])
  return failure.fields ? fail(failure.code, failure.message, Object.fromEntries(fields)) : failure
}
