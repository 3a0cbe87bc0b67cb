import { growFrame } from '../fit'
import type { Frame, Row } from '../frame'
import { endOf, type Place } from '../place'

/** A table with a new row of these cells in its place; the other rows follow the frame where it grows. */
export function addRow<R extends Row>(frame: Frame, rows: readonly R[], row: R, place: Place): { frame: Frame; rows: R[] } {
  const grown = growFrame(frame, row.cells)
  return { frame: grown, rows: endOf(place, frame) === 'start' ? [row, ...rows] : [...rows, row] }
}
