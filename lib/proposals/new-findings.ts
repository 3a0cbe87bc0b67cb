import type { Finding } from '@/lib/lint/finding'
import { lint } from '@/lib/lint/lint'
import type { Readme } from '@/lib/readme/parse'
import { isPart } from '@/lib/readme/reach'
import { render } from '@/lib/readme/render'

/** What the linter found, without its fix: that is changes of the README that is not there yet. */
export type NewFinding = Pick<Finding, 'rule' | 'severity' | 'message' | 'place'>

/** So long a README is looked over while somebody waits, in characters. */
const longest = 1_000_000

/** What the linter finds in a README that it did not find before the README was changed; of a very long one, and of one that was read in part, nothing. */
export function newFindings(before: Readme, after: Readme): NewFinding[] {
  if (isPart(after)) return []
  const [was, is] = [render(before.parts), render(after.parts)]
  if (is.length > longest) return []
  const known = new Map<string, number>()
  for (const finding of lint(before, was)) known.set(nameOf(finding), (known.get(nameOf(finding)) ?? 0) + 1)
  const isNew = (finding: Finding) => {
    const left = known.get(nameOf(finding)) ?? 0
    known.set(nameOf(finding), left - 1)
    return left <= 0
  }
  return lint(after, is).filter(isNew).map(({ rule, severity, message, place }) => ({ rule, severity, message, place }))
}

/** What makes two findings the same: what they say of what, wherever that stands by now. */
function nameOf({ rule, message, place: { section, entry } }: Finding): string {
  return JSON.stringify([rule, section, entry, message.replace(/\bline \d+/g, 'line')])
}
