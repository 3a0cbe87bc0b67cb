import type { Db } from '@/lib/db'
import type { TextChange } from '@/lib/readme/change'
import { toldDate } from '@/lib/readme/load'
import { loadNear } from '@/lib/readme/load-text'
import { patch } from '@/lib/readme/patch'
import { isToldByPart, sectionsNear } from '@/lib/readme/reach'
import type { Group } from './groups'
import { patchDated } from './rebase'
import { isRewritten } from './rebase-excerpt'
import type { RebasedGroups } from './rebase-groups'

/**
 * The same as `rebaseGroups`, but for the numbers of rows, where no more of the tables has to be looked at than those around lines of the text: changes
 * of one base, of such lines alone, in a text that was not changed since. Null where that does not hold, so that more has to be read.
 */
export async function rebasePassage(db: Db, groups: readonly Group[], revision: number): Promise<RebasedGroups | null> {
  const [group, ...others] = groups
  const texts = (group?.items ?? []).flatMap(({ change }) => (change.op === 'text' && isOfLines(change) ? [change] : []))
  if (!group || group.base === null || others.length > 0 || texts.length < group.items.length) return null
  const isLevel = group.base === revision
  if (!isLevel && (await isRewritten(db, [group.base, revision]))) return null
  const before = await loadNear(db, revision, (outline) => sectionsNear(outline, texts.map(({ at }) => at)))
  const after = isLevel ? patch(before, texts) : patchDated(before, (await toldDate(db, group.base)) ?? undefined, texts)
  return after.ok && isToldByPart(before, after.value) ? { before, after, clashes: [], against: before } : null
}

function isOfLines({ before, after }: TextChange): boolean {
  return [...before, ...after].every((item) => typeof item === 'string')
}
