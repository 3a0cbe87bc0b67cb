import { site } from '@/components/site/site'
import type { Snapshot } from '@/lib/api/snapshot'
import { settings } from '@/lib/env'

/** Of which list, on which portal, and of which of its states a file or a citation is. */
export function aboutList({ revision, at }: Pick<Snapshot, 'revision' | 'at'>) {
  return { origin: settings().publicOrigin, list: site.name, revision, at }
}
