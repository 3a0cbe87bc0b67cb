import type { Saved } from '@/components/propose/come-back'
import { readDraft as parse } from '@/components/propose/draft'
import type { Shape } from '@/components/propose/shapes'
import type { Viewer } from '@/lib/auth/policy'
import { database } from '@/lib/db'
import { readDraft } from '@/lib/proposals/drafts'

/** What the portal keeps of a form of the viewer's, by the form's name. */
export async function savedDraft<V extends object>(viewer: Viewer, form: string, shape: Shape<V>): Promise<Saved<V> | null> {
  const kept = await readDraft(database(), viewer, form)
  const draft = kept && parse(shape, kept.content)
  return kept && draft ? { revision: kept.revision, draft } : null
}
