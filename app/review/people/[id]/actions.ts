'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import type { FormState } from '@/components/proposal/form-action'
import { action } from '@/lib/action'
import { database } from '@/lib/db'
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
