import type { Db } from '@/lib/db'
import { loadReadme, type StoredReadme } from '@/lib/readme/load'
import { isLong, reachOf } from '@/lib/readme/load-reach'
import type { Readme } from '@/lib/readme/parse'
import { isToldByPart, type Reach } from '@/lib/readme/reach'
import type { Group } from './groups'
import { rebaseAll, type Rebased, type Sent } from './rebase'
import { rebaseExcerpt } from './rebase-excerpt'
import { rebasePassage } from './rebase-passage'

/** What groups of changes lead to, by the READMEs that they were told from, or the parts of these that they touch. */
export interface RebasedGroups extends Rebased {
  before: StoredReadme
  /** The state of those that clash. */
  against: Readme
}

/** `uncounted`: nobody asks at which lines it happens, nor how many rows tables have that are not read. */
export interface Rebasing {
  uncounted?: boolean
}

/**
 * Applies groups of changes, each merged with what happened since its base, to the README of a revision. Of that and of the bases only
 * the tables that the changes touch are read. New tables are told by all others, for how they are to be written later on: for them a list
 * that is not long is read as a whole.
 */
export async function rebaseGroups(db: Db, groups: readonly Group[], revision: number, rebasing: Rebasing = {}): Promise<RebasedGroups> {
  const excerpt = (await rebaseExcerpt(db, groups, revision, rebasing)) ?? (rebasing.uncounted ? await rebasePassage(db, groups, revision) : null)
  if (excerpt) return excerpt
  const changes = groups.flatMap(({ items }) => items.map(({ change }) => change))
  const bases = groups.flatMap(({ base }) => (base === null ? [] : [base]))
  const narrow = await rebaseWithin(db, groups, revision, { ...(await reachOf(db, changes, [...bases, revision])), ...rebasing })
  const { before, after, clashes } = narrow
  // A table without its rows may end its last line as no row of it does, and become another to the text that is read anew around it.
  const stands = after.ok ? isToldByPart(before, after.value) : clashes.length > 0
  return stands || (await isLong(db)) ? narrow : rebaseWithin(db, groups, revision)
}

/** The same with so much of the READMEs read; with all of them where nothing is said. */
export async function rebaseWithin(db: Db, groups: readonly Group[], revision: number, reach?: Reach): Promise<RebasedGroups> {
  const before = await loadReadme(db, revision, reach)
  const known = new Map<number, Readme>([[revision, before]])
  const sent: Sent[] = []
  for (const { base, items } of groups) {
    const readme = base === null ? null : (known.get(base) ?? (await loadReadme(db, base, reach)))
    if (base !== null && readme) known.set(base, readme)
    sent.push({ base: readme, changes: items.map(({ change }) => change) })
  }
  return { before, ...rebaseAll(before, sent) }
}
