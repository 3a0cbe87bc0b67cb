'use server'

import { refresh } from 'next/cache'
import { textOf } from '@/app/form-text'
import type { FormState } from '@/components/proposal/form-action'
import { action } from '@/lib/action'
import { criteriaSchema, writeCriteria } from '@/lib/catalog/criteria'
import { database } from '@/lib/db'

const run = action(criteriaSchema, (input, viewer) => writeCriteria(database(), viewer, input))

/** Writes what belongs in a section, and shows the page again with it. */
export async function write(_previous: FormState, form: FormData): Promise<FormState> {
  const criteria = textOf(form, 'criteria')
  const written = await run({ section: textOf(form, 'section'), was: textOf(form, 'was'), criteria })
  if (!written.ok) return { failure: written, typed: { criteria } }
  refresh()
  return { failure: null, typed: {}, answer: 'written' }
}
