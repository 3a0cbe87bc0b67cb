import { z } from 'zod'
import type { Frame } from './frame'

/** Where an added row goes: where the table's keepers put new rows, or explicitly at its start or end. */
export const placeSchema = z.enum(['manner', 'start', 'end'])
export type Place = z.output<typeof placeSchema>

/** The end of the table that a place means. */
export function endOf(place: Place, frame: Frame): 'start' | 'end' {
  if (place !== 'manner') return place
  return frame.newest === 'first' ? 'start' : 'end'
}
