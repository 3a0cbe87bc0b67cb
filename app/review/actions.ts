'use server'

import { refresh } from 'next/cache'
import { textOf } from '@/app/form-text'
import type { FormState } from '@/components/proposal/form-action'
import { manySchema } from '@/components/review/picked'
import type { ManyOutcome } from '@/components/review/many-form'
import { action } from '@/lib/action'
import { database } from '@/lib/db'
import { ok } from '@/lib/errors'
import { decideMany } from '@/lib/proposals/decide-many'
import { joinReason } from '@/lib/proposals/reasons'

const run = action(manySchema, async (input, viewer) => ok(await decideMany(database(), viewer, input, new Date())))

/** Decides the proposals whose boxes are ticked, and tells what came of each. */
export async function decidePicked(_previous: FormState<ManyOutcome[]>, form: FormData): Promise<FormState<ManyOutcome[]>> {
  const typed = { reason: textOf(form, 'reason'), because: textOf(form, 'because') }
  const result = await run({ proposals: form.getAll('pick'), verdict: textOf(form, 'verdict'), reason: joinReason(typed.because, typed.reason) })
  if (!result.ok) return { failure: result, typed }
  refresh()
  const answer = result.value.map(({ proposal, result: one }) => ({ proposal, failure: one.ok ? null : one.message, state: one.ok ? one.value.state : null }))
  return { failure: null, typed: {}, answer }
}
