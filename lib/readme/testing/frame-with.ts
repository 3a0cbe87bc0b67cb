import { frameSchema, type Frame, type Layout } from '../frame'

/** A frame of two padded columns, with what a test says of it. */
export function frameWith(layout: Partial<Layout> = {}, frame: Partial<Frame> = {}): Frame {
  return {
    ...frameSchema.parse({
      ...{ columns: ['name', 'base'], header: ['Model', 'Base'], align: ['left', 'none'], widths: [5, 4], eol: '\n' },
      ...{ verbatim: { header: null, delimiter: null }, openEnd: false, newest: 'first' },
      layout: { style: 'padded', cap: 8, measure: 'units', open: true, close: true, gap: ' ', exact: true, ...layout },
    }),
    ...frame,
  }
}
