import { rowText, type Frame, type Row } from '../frame'

/**
 * A new row's line as hands wrote the two rows beside it, where both are in one manner that can be told though not the table's own: not
 * padded, or with other edges or gaps. One alone may be a slip. Null where the table's manner is to write it.
 */
export function writtenLike(frame: Frame, beside: readonly Row[], cells: readonly string[]): string | null {
  if (beside.length < 2 || beside.some(({ verbatim }) => verbatim === null)) return null
  for (const manner of mannersOf(frame)) {
    if (beside.every((row) => rowText(manner, row.cells) + frame.eol === row.verbatim)) return rowText(manner, cells) + frame.eol
  }
  return null
}

/** The manners that hands slip into, the nearest to the table's own first. */
function* mannersOf(frame: Frame): Generator<Frame> {
  const { layout } = frame
  for (const close of [layout.close, !layout.close]) {
    // Nobody pads up to a pipe that is not there.
    const padded = frame.widths.map((width, index) => (close || index < frame.widths.length - 1 ? width : 0))
    for (const widths of padded.length > 0 ? [padded, []] : [[]]) {
      yield { ...frame, widths, layout: { ...layout, close } }
      for (const gap of ['', ' ']) yield { ...frame, widths, layout: { ...layout, close, gap, gapEnd: null, gaps: null } }
    }
  }
}
