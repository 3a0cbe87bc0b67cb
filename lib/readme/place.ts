import { z } from 'zod'
import { growFrame } from './fit'
import type { Frame, Row } from './frame'

/** Where an added row goes: where the table's keepers put new rows, or explicitly at its start or end. */
export const placeSchema = z.enum(['manner', 'start', 'end'])
export type Place = z.output<typeof placeSchema>

/** The end of the table that a place means. */
export function endOf(place: Place, frame: Frame): 'start' | 'end' {
  if (place !== 'manner') return place
  return frame.newest === 'first' ? 'start' : 'end'
}

/** A table with a new row of these cells in its place; the other rows follow the frame where it grows. */
export function addRow<R extends Row>(frame: Frame, rows: readonly R[], row: R, place: Place): { frame: Frame; rows: R[] } {
  const grown = growFrame(frame, row.cells)
  return { frame: grown, rows: endOf(place, frame) === 'start' ? [row, ...rows] : [...rows, row] }
}
