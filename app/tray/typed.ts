import type { TypedForm } from '@/components/propose/typed-list'
import type { Viewer } from '@/lib/auth/policy'
import type { Unsent } from '@/lib/proposals/drafts'
import { wordsKept } from '../propose/stranded'

/** What the viewer typed into forms that they did not send, to be read alone. */
export async function typedForms(viewer: Viewer, forms: readonly Unsent[]): Promise<TypedForm[]> {
  return Promise.all(forms.map(async ({ form, title, updatedAt }) => ({ form, title, updatedAt, words: await wordsKept(viewer, form) })))
}
