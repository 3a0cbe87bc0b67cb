import { neededWidths } from '../fit'
import type { LayoutChange } from '../change'
import type { Frame } from '../frame'
import type { Section } from '../parse'

/**
 * Tells how wide the columns of a table are whose layout two sides changed, once its rows are known: what is padded by a rule is as
 * wide as the rule has it, anything else as wide as they had it.
 */
export function withMergedWidths(change: LayoutChange, before: Section, rows: Section['rows'], theirs: LayoutChange): LayoutChange {
  const frame: Frame = { ...before.frame, ...change.after }
  if (frame.layout.style === 'compact') return { ...change, before: { ...change.before, widths: before.frame.widths }, after: { ...change.after, widths: [] } }
  const known = frame.columns.map((column) => widthBefore(column, before.frame, theirs))
  const needed = neededWidths({ ...frame, widths: known.map((width) => width ?? frame.layout.least) }, rows)
  const widths = known.map((width, index) => {
    if (width === 0) return 0
    return frame.layout.exact ? (needed[index] as number) : (width ?? (needed[index] as number))
  })
  return { ...change, before: { ...change.before, widths: before.frame.widths }, after: { ...change.after, widths } }
}

/** The width that they gave a column, or that it has; undefined for one that nobody has given any. */
function widthBefore(column: string, ours: Frame, { before, after }: LayoutChange): number | undefined {
  const theirs = (after.columns ?? before.columns ?? ours.columns).indexOf(column)
  return after.widths?.[theirs] ?? ours.widths[ours.columns.indexOf(column)]
}
