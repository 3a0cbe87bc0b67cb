'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import type { FormState } from '@/components/proposal/form-action'
import { action } from '@/lib/action'
import { database } from '@/lib/db'
import { withdrawProposal } from '@/lib/proposals/service'

const withdrawalSchema = z.object({ proposal: z.number().int().positive(), version: z.number().int().positive() })

const run = action(withdrawalSchema, (input, viewer) => withdrawProposal(database(), viewer, input))

/** Takes a proposal back. */
export async function withdraw(_previous: FormState, form: FormData): Promise<FormState> {
  const result = await run({ proposal: Number(form.get('proposal')), version: Number(form.get('version')) })
  if (!result.ok) return { failure: result, typed: {} }
  refresh()
  return { failure: null, typed: {} }
}
