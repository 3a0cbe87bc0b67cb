import { fail, ok, type Result } from '@/lib/errors'
import type { Change } from '@/lib/readme/change'
import { dateAmong, readDate, writeDate } from '@/lib/readme/date-line'
import { diff } from '@/lib/readme/diff'
import { merge, type Clash } from '@/lib/readme/merge'
import type { Readme } from '@/lib/readme/parse'
import { patch } from '@/lib/readme/patch'

/** What changes lead to: the README with them, or why they cannot be applied. `clashes` are empty where nothing else happened. */
export interface Rebased {
  after: Result<Readme>
  clashes: Clash[]
}

/**
 * Applies changes that were made against `base` to the README as it is now, merged with what happened meanwhile. What the date
 * line says is nobody's change: the later date stands. Fails as `conflict` where both changed the same otherwise.
 */
export function rebase(base: Readme, now: Readme, changes: readonly Change[]): Rebased {
  if (base === now) return { after: patch(now, changes), clashes: [] }
  const then = dateIn(base)
  const level = withDate(now, then)
  const merged = merge(base, diff(base, level, { byKey: true }), changes)
  if (merged.clashes.length > 0) return { after: fail('conflict', clashing(merged.clashes.length)), clashes: merged.clashes }
  return { after: patchDated(now, then, merged.changes), clashes: [] }
}

/** Applies changes to a README that were made against one that says the same but for its date, `then`; of the dates that come of it the later one stands. */
export function patchDated(now: Readme, then: string | undefined, changes: readonly Change[]): Result<Readme> {
  const after = patch(withDate(now, then), changes)
  return after.ok ? ok(withDate(after.value, laterOf(dateIn(after.value), dateIn(now)))) : after
}

/** Changes, and the README that they were made against; null: they hold against any. */
export interface Sent {
  base: Readme | null
  changes: readonly Change[]
}

/** Applies changes that were made against different states, one after another; `against` is the state of those that clash. */
export function rebaseAll(now: Readme, sent: readonly Sent[]): Rebased & { against: Readme } {
  let readme = now
  for (const { base, changes } of sent) {
    const against = base ?? readme
    const { after, clashes } = rebase(against, readme, changes)
    if (!after.ok) return { after, clashes, against }
    readme = after.value
  }
  return { after: ok(readme), clashes: [], against: now }
}

function clashing(count: number): string {
  return count === 1
    ? 'The catalog moved on, and one change clashes with it.'
    : `The catalog moved on, and ${count} changes clash with it.`
}

/** The date that a README's prose tells, as YYYY/MM/DD. */
export function dateIn({ parts }: Readme): string | undefined {
  return dateAmong(parts)
}

/** The README with its date line telling another date, if it has one. */
export function withDate(readme: Readme, date: string | undefined): Readme {
  const at = readme.parts.findIndex((part) => 'prose' in part && readDate(part.prose) !== undefined)
  if (at === -1 || date === undefined) return readme
  return {
    ...readme,
    parts: readme.parts.map((part, index) => (index === at && 'prose' in part ? { prose: writeDate(part.prose, date) } : part)),
  }
}

/** The later of two dates, as YYYY/MM/DD; the one that there is. */
export function laterOf(a: string | undefined, b: string | undefined): string | undefined {
  return a !== undefined && b !== undefined && a > b ? a : (b ?? a)
}
