import { narrowest, type Frame, type Layout, type Row } from './frame'
import { widthOf } from './width'

/** The width that a column takes to hold a cell. */
export function widthFor(cell: string, { least, measure, cap }: Layout): number {
  const width = Math.max(least, widthOf(cell, measure))
  return cap === null ? width : Math.min(width, cap)
}

/**
 * The frame once a row joins the table: an exactly padded column grows to hold the new cell, up to the cap, and the
 * rows follow. A table that is padded by no rule of its own keeps its widths: nobody's lines are rewritten.
 */
export function growFrame(frame: Frame, cells: readonly string[]): Frame {
  if (!follows(frame)) return frame
  return withWidths(
    frame,
    frame.widths.map((width, index) => (width === 0 ? 0 : Math.max(width, widthFor(cells[index] ?? '', frame.layout)))),
  )
}

/**
 * The frame of a table whose rows changed. A column that was as wide as its widest cell follows its widest cell, up to the
 * cap; a wider one never shrinks and grows only for a cell that needs it. A table that is padded by no rule of its own
 * keeps its widths, and rows that keep their own bytes have no say in them.
 */
export function fitFrame(frame: Frame, before: readonly Row[], after: readonly Row[]): Frame {
  if (!follows(frame)) return frame
  const [old, fresh] = [neededWidths(frame, before), neededWidths(frame, after)]
  return withWidths(
    frame,
    frame.widths.map((width, index) => {
      const needed = fresh[index] as number
      if (width === 0) return 0
      return width > (old[index] as number) ? Math.max(width, needed) : needed
    }),
  )
}

/** Whether a table is padded by a rule of its own, so that its columns follow their cells. */
export function follows({ layout }: Frame): boolean {
  return layout.style === 'padded' && layout.exact
}

/** The frame with other widths; a delimiter that does not follow the columns stays. */
function withWidths(frame: Frame, widths: number[]): Frame {
  if (widths.every((width, index) => width === frame.widths[index])) return frame
  return { ...frame, widths, verbatim: { header: null, delimiter: frame.layout.delimiterFill ? null : frame.verbatim.delimiter } }
}

/** The width that each column takes to hold its header and the cells of the rows that the layout writes. */
export function neededWidths({ layout, header, widths }: Frame, rows: readonly Row[]): number[] {
  const needed = widths.map((_, index) => widthFor(header[index] as string, layout))
  for (const { cells, verbatim } of rows) {
    if (verbatim !== null) continue
    for (let index = 0; index < needed.length; index++) widen(needed, index, cells[index] ?? '', layout)
  }
  return needed
}

function widen(needed: number[], index: number, cell: string, layout: Layout): void {
  const width = needed[index] as number
  // No measure counts more than two for a code unit, so that most cells need no counting.
  if (width === layout.cap || cell.length * 2 <= width) return
  needed[index] = Math.max(width, widthFor(cell, layout))
}

/**
 * The cap that explains widths narrower than their columns' widest cells (`natural`): null where there is none, undefined
 * where no one cap explains them.
 */
export function capOf(widths: readonly number[], natural: readonly number[]): number | null | undefined {
  const stopped = new Set(widths.filter((width, index) => width !== 0 && width < (natural[index] as number)))
  const [cap = null] = stopped
  return stopped.size > 1 ? undefined : cap
}

/** The least width of a table's columns: three, or what it shows. */
export function leastOf(widths: readonly number[]): number {
  return widths.reduce((least, width) => (width === 0 ? least : Math.min(least, width)), narrowest)
}
