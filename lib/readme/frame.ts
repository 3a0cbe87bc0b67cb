import { z } from 'zod'

/** The manner in which a table's rows are written. */
const layoutSchema = z.object({
  /** `padded`: cells filled up to their column's width. `compact`: cells as long as they are. */
  style: z.enum(['padded', 'compact']),
  /** The widest that a padded column grows; null where nothing limits it. */
  cap: z.number().int().nullable(),
  /** How wide a cell is: in UTF-16 code units (as most editors' scripts count) or in characters. */
  measure: z.enum(['units', 'characters']),
  /** A pipe before the first cell, and after the last. */
  open: z.boolean(),
  close: z.boolean(),
  /** What stands between a pipe and a cell. */
  gap: z.string(),
  /** Whether the manner gives back every line; otherwise the table is as-is: rows that differ keep their bytes. */
  exact: z.boolean(),
})

/**
 * Everything of a section's table but its rows. Plain JSON. `widths` are the columns' widths in the layout's measure
 * (of a padded table). `verbatim` lines, line end included, stand where the layout does not give them back.
 */
export const frameSchema = z.object({
  /** What each column holds: keys of the section's kind. */
  columns: z.array(z.string()),
  header: z.array(z.string()),
  align: z.array(z.enum(['none', 'left', 'center', 'right'])),
  layout: layoutSchema,
  widths: z.array(z.number().int()),
  eol: z.string(),
  verbatim: z.object({ header: z.string().nullable(), delimiter: z.string().nullable() }),
  /** The document ends with this table's last row, without a line end. */
  openEnd: z.boolean(),
  /** The end of the table at which its keepers put new rows. */
  newest: z.enum(['first', 'last']),
})

export type Layout = z.output<typeof layoutSchema>
export type Frame = z.output<typeof frameSchema>
export type Measure = Layout['measure']
export type Align = Frame['align'][number]

/** A row: its cells' markdown, and its whole line where the layout does not give that back. */
export interface Row {
  cells: string[]
  verbatim: string | null
}

/** A cell's width in a layout's measure. */
export function widthOf(cell: string, measure: Measure): number {
  return measure === 'units' ? cell.length : Array.from(cell).length
}

/** No padded column is narrower: a delimiter needs three characters to be one everywhere. */
export const narrowest = 3

/** The width that a column takes to hold a cell. */
export function widthFor(cell: string, layout: Layout): number {
  const width = Math.max(narrowest, widthOf(cell, layout.measure))
  return layout.cap === null ? width : Math.min(width, layout.cap)
}

/** The text of a row, without its line end. */
export function rowText(frame: Frame, cells: readonly string[]): string {
  const { layout, widths } = frame
  const filled = layout.style === 'compact' ? cells : cells.map((cell, index) => pad(cell, widths[index] ?? 0, layout.measure))
  return between(layout, filled)
}

/** The text of the delimiter row, without its line end. */
export function delimiterText(frame: Frame): string {
  return between(
    frame.layout,
    frame.align.map((align, index) => delimiter(align, frame.layout.style === 'padded' ? (frame.widths[index] ?? 0) : narrowest)),
  )
}

/** The header's line and the delimiter's, line ends included. */
export function frameLines(frame: Frame): [string, string] {
  return [
    frame.verbatim.header ?? rowText(frame, frame.header) + frame.eol,
    frame.verbatim.delimiter ?? delimiterText(frame) + frame.eol,
  ]
}

/** A row's line, line end included. */
export function rowLine(frame: Frame, row: Row): string {
  return row.verbatim ?? rowText(frame, row.cells) + frame.eol
}

/** The whole table as it stands in the README. */
export function tableText(frame: Frame, rows: readonly Row[]): string {
  const text = frameLines(frame).join('') + rows.map((row) => rowLine(frame, row)).join('')
  return frame.openEnd ? text.replace(/(\r\n|\r|\n)$/, '') : text
}

/**
 * The frame once a row joins the table: an exactly padded column grows to hold the new cell, up to the cap, and the
 * rows follow. A table that is padded by no rule of its own keeps its widths: nobody's lines are rewritten.
 */
export function growFrame(frame: Frame, cells: readonly string[]): Frame {
  if (frame.layout.style === 'compact' || !frame.layout.exact) return frame
  const widths = frame.widths.map((width, index) => Math.max(width, widthFor(cells[index] ?? '', frame.layout)))
  if (widths.every((width, index) => width === frame.widths[index])) return frame
  return { ...frame, widths, verbatim: { header: null, delimiter: null } }
}

/**
 * The frame of a table whose rows changed. A column that was as wide as its widest cell follows its widest cell, up to the
 * cap; a wider one never shrinks and grows only for a cell that needs it. A table that is padded by no rule of its own
 * keeps its widths, and rows that keep their own bytes have no say in them.
 */
export function fitFrame(frame: Frame, before: readonly Row[], after: readonly Row[]): Frame {
  if (frame.layout.style === 'compact' || !frame.layout.exact) return frame
  const [old, fresh] = [neededWidths(frame, before), neededWidths(frame, after)]
  const widths = frame.widths.map((width, index) => {
    const needed = fresh[index] as number
    return width > (old[index] as number) ? Math.max(width, needed) : needed
  })
  if (widths.every((width, index) => width === frame.widths[index])) return frame
  return { ...frame, widths, verbatim: { header: null, delimiter: null } }
}

/** The width that each column takes to hold its header and the cells of the rows that the layout writes. */
function neededWidths({ layout, header, widths }: Frame, rows: readonly Row[]): number[] {
  const needed = widths.map((_, index) => widthFor(header[index] ?? '', layout))
  for (const { cells, verbatim } of rows) {
    if (verbatim !== null) continue
    for (let index = 0; index < needed.length; index++) {
      const cell = cells[index] ?? ''
      if (cell.length > (needed[index] as number)) needed[index] = Math.max(needed[index] as number, widthFor(cell, layout))
    }
  }
  return needed
}

// A heading, a quote or a list item would end the table. No line of a table begins so, hence no line changes by this.
const beginsBlock = /^(>|(#{1,6}|[-+*]|\d{1,9}[.)])[ \t])/

function between({ open, close, gap }: Layout, cells: readonly string[]): string {
  const line = cells.join(`${gap}|${gap}`) + (close ? `${gap}|` : '')
  return open || beginsBlock.test(line) ? `|${gap}${line}` : line
}

function pad(cell: string, width: number, measure: Measure): string {
  return cell + ' '.repeat(Math.max(0, width - widthOf(cell, measure)))
}

function delimiter(align: Align, width: number): string {
  const left = align === 'left' || align === 'center' ? ':' : ''
  const right = align === 'right' || align === 'center' ? ':' : ''
  return left + '-'.repeat(Math.max(1, width - left.length - right.length)) + right
}
