import type { Db } from '@/lib/db'
import { loadReadme } from '@/lib/readme/load'
import type { Readme } from '@/lib/readme/parse'
import type { Group } from './groups'
import type { Sent } from './rebase'

/** Loads the READMEs that groups of changes were made against, each once; the one that is loaded already is taken as it is. */
export async function withBases(db: Db, groups: readonly Group[], loaded: { revision: number; readme: Readme }): Promise<Sent[]> {
  const known = new Map([[loaded.revision, loaded.readme]])
  const sent: Sent[] = []
  for (const { base, items } of groups) {
    const readme = base === null ? null : (known.get(base) ?? (await loadReadme(db, base)))
    if (base !== null && readme) known.set(base, readme)
    sent.push({ base: readme, changes: items.map(({ change }) => change) })
  }
  return sent
}
