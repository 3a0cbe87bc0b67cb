import { z } from 'zod'
import { counted } from '@/lib/catalog/schema'
import type { SentDraft } from '@/lib/proposals/drafts'

/** The draft that goes with what is sent, by its form's name and its saving. */
export const sentDraftSchema = z.object({ form: z.string().max(500), revision: counted }).nullable()

/** The same as a form of plain fields names it; null where it names none. */
export function sentDraft(form: FormData): SentDraft {
  const named = form.get('draft')
  try {
    return typeof named === 'string' ? sentDraftSchema.catch(null).parse(JSON.parse(named)) : null
  } catch {
    return null
  }
}
