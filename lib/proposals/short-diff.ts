import type { DiffLine } from '@/lib/readme/line-diff'

/** A difference of READMEs as a page shows it: its first lines, and how much there is. */
export interface ShortDiff {
  lines: DiffLine[]
  /** How many lines are left out at the end. */
  more: number
  /** How many lines come, go, and change in padding only, those left out among them. */
  added: number
  removed: number
  padding: number
}

/** No page shows more lines: nobody reads on, and a browser would labour. */
const most = 1_000

/** Shortens a difference for a page. */
export function shortDiff(diff: readonly DiffLine[]): ShortDiff {
  const count = (type: DiffLine['type']) => diff.filter((line) => line.type === type).length
  const unread = diff.reduce((sum, line) => sum + (line.type === 'gap' && line.padding ? line.lines : 0), 0)
  const counts = { added: count('added'), removed: count('removed'), padding: count('padding') + unread }
  return { lines: diff.slice(0, most), more: Math.max(0, diff.length - most), ...counts }
}
