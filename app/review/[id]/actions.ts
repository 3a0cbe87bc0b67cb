'use server'

import { refresh } from 'next/cache'
import type { FormState } from '@/components/proposal/form-action'
import { action } from '@/lib/action'
import { database } from '@/lib/db'
import { decisionSchema } from '@/lib/proposals/decision'
import { decideProposal } from '@/lib/proposals/decide'

const run = action(decisionSchema, (input, viewer) => decideProposal(database(), viewer, input, new Date()))

/** Decides a proposal: the form's `verdict` is the button that was pressed. */
export async function decide(_previous: FormState, form: FormData): Promise<FormState> {
  const typed = form.get('reason')
  const reason = typeof typed === 'string' ? typed : ''
  const result = await run({
    proposal: Number(form.get('proposal')),
    version: Number(form.get('version')),
    verdict: form.get('verdict'),
    reason,
  })
  if (!result.ok) return { failure: result, typed: { reason } }
  refresh()
  return { failure: null, typed: {} }
}
