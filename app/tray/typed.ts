import { typedWords, type TypedForm } from '@/components/propose/typed-words'
import type { Viewer } from '@/lib/auth/policy'
import type { Unsent } from '@/lib/proposals/drafts'
import { savedDraft } from '../propose/kept'

/** What the viewer typed into forms that they did not send, to be read alone. */
export async function typedForms(viewer: Viewer, forms: readonly Unsent[]): Promise<TypedForm[]> {
  return Promise.all(
    forms.map(async ({ form, title, updatedAt }) => {
      const saved = await savedDraft(viewer, form)
      return { form, title, updatedAt, words: saved ? typedWords(saved.draft.values) : [] }
    }),
  )
}
