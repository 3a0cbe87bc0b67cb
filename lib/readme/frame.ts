import { z } from 'zod'
import { beginsBlock } from './block-start'
import { isEscaped, upToLast } from './row'
import { widthOf } from './width'

/** No padded column is narrower, unless its table shows one: a delimiter needs three characters to be one everywhere. */
export const narrowest = 3

/** What stands around a column's cells, and in its empty ones, where its keepers write it in a way of its own. */
const ownGapsSchema = z.object({ gap: z.string(), gapEnd: z.string(), empty: z.string() })

/**
 * The manner in which a table's rows are written. What has a default came later: frames stored before it are as it says.
 *
 *   | a  |  bb | c   |
 *    ^ ^^ ^   ^     gap, padding behind (`end`) or where the alignment has it (`aligned`), gap behind
 */
const layoutSchema = z.object({
  /** `padded`: cells filled up to their column's width. `compact`: cells as long as they are. */
  style: z.enum(['padded', 'compact']),
  /** The widest that a padded column grows; null where nothing limits it. */
  cap: z.number().int().nullable(),
  /** The narrowest that a padded column shrinks. */
  least: z.number().int().default(narrowest),
  /** How wide a cell is (lib/readme/width). */
  measure: z.enum(['units', 'characters', 'columns', 'emoji']),
  /** Where padding stands: behind every cell, or where the column's alignment leaves room. */
  side: z.enum(['end', 'aligned']).default('end'),
  /** On which side of a centred cell the odd blank stands. */
  odd: z.enum(['before', 'after']).default('after'),
  /** A pipe before the first cell, and after the last. */
  open: z.boolean(),
  close: z.boolean(),
  /** What stands between a pipe and a cell. */
  gap: z.string(),
  /** What stands between a cell and the pipe behind it; null: the same. */
  gapEnd: z.string().nullable().default(null),
  /** What stands between the pipes of an empty cell that is not padded; null: both gaps. */
  empty: z.string().nullable().default(null),
  /** The same of columns that have it otherwise, by the column's key; null: none has. */
  gaps: z.record(z.string(), ownGapsSchema).nullable().default(null),
  /** Whether a row ends with its last cell that holds something; otherwise it has a cell for each column. */
  short: z.boolean().default(false),
  /** What stands behind the last pipe. */
  tail: z.string().default(''),
  /** What stands between a pipe and a delimiter's mark, on both sides; null: the cells' gaps. */
  delimiterGap: z.string().nullable().default(null),
  /** Whether the marks of padded columns are as wide as their columns; otherwise they are as long as they were. */
  delimiterFill: z.boolean().default(true),
  /** Whether the manner gives back every line; otherwise the table is as-is: rows that differ keep their bytes. */
  exact: z.boolean(),
})

const whole = z.object({
  /** What each column holds: keys of the section's kind. */
  columns: z.array(z.string()),
  header: z.array(z.string()),
  align: z.array(z.enum(['none', 'left', 'center', 'right'])),
  layout: layoutSchema,
  /** The columns' widths in the layout's measure, 0 for a column that is not padded; none in a compact table. */
  widths: z.array(z.number().int()),
  /** The length of each mark of the delimiter; only told where it does not follow from the widths. */
  marks: z.array(z.number().int()),
  /** What stands before the row on the header's line, and on all others: indentation, quote marks, a bullet. */
  lead: z.object({ first: z.string(), rest: z.string() }),
  eol: z.string(),
  verbatim: z.object({ header: z.string().nullable(), delimiter: z.string().nullable() }),
  /** The document ends with this table's last row, without a line end. */
  openEnd: z.boolean(),
  /** The end of the table at which its keepers put new rows. */
  newest: z.enum(['first', 'last']),
})

/**
 * Everything of a section's table but its rows. Plain JSON. `verbatim` lines, line end included, stand where the layout does
 * not give them back.
 */
export const frameSchema = whole.extend({
  marks: whole.shape.marks.default([]),
  lead: whole.shape.lead.default({ first: '', rest: '' }),
})

/** Some of a frame: what a change says of it. What it does not say has no default. */
export const framePartSchema = whole.partial()

export type OwnGaps = z.output<typeof ownGapsSchema>
export type Layout = z.output<typeof layoutSchema>
export type Frame = z.output<typeof frameSchema>
export type Align = Frame['align'][number]

/** The same frame with its columns under other keys, as many. */
export function nameColumns(frame: Frame, columns: readonly string[]): Frame {
  const { gaps } = frame.layout
  const named = { ...frame, columns: [...columns] }
  if (gaps === null) return named
  const own = Object.entries(gaps).map(([column, gap]) => [columns[frame.columns.indexOf(column)] as string, gap] as const)
  return { ...named, layout: { ...frame.layout, gaps: Object.fromEntries(own) } }
}

/** A row: its cells' markdown, and its whole line where the layout does not give that back. */
export interface Row {
  cells: string[]
  verbatim: string | null
}

/** The cells that a new row has of those that are to be in it: all, or none of the empty ones at its end. */
export function newCells({ layout }: Frame, cells: string[]): string[] {
  return layout.short ? cells.slice(0, Math.max(1, upToLast(cells).length)) : cells
}

/** The text of a row, without its line end. */
export function rowText(frame: Frame, cells: readonly string[]): string {
  return frame.lead.rest + cellsText(frame, cells)
}

/** The text of the delimiter row, without its line end. */
export function delimiterText(frame: Frame): string {
  const { layout, lead } = frame
  const gap = layout.delimiterGap ?? layout.gap
  const gapEnd = layout.delimiterGap ?? gapEndOf(layout)
  const marks = frame.align.map((align, index) => delimiter(align, markLength(frame, index)))
  const inner = marks.join(`${gapEnd}|${gap}`)
  return lead.rest + (layout.open ? `|${gap}` : '') + inner + (layout.close ? `${gapEnd}|` : '') + layout.tail
}

/** The header's line and the delimiter's, line ends included. */
export function frameLines(frame: Frame): [string, string] {
  return [frame.verbatim.header ?? headerText(frame) + frame.eol, frame.verbatim.delimiter ?? delimiterText(frame) + frame.eol]
}

/** The text of the header row, without its line end. */
export function headerText(frame: Frame): string {
  return frame.lead.first + cellsText(frame, frame.header)
}

/** A row's line, line end included. */
export function rowLine(frame: Frame, row: Row): string {
  return row.verbatim ?? rowText(frame, row.cells) + frame.eol
}

/** The bytes of tables that were read and not touched since, by their frame: whoever changes a table makes a new frame or new rows. */
const sources = new WeakMap<Frame, { rows: readonly Row[]; text: string }>()

/** Keeps a table's own text, so that writing it again is no work; it must be what its frame and rows give. */
export function keepSource(frame: Frame, rows: readonly Row[], text: string): void {
  sources.set(frame, { rows, text })
}

/** The whole table as it stands in the README. */
export function tableText(frame: Frame, rows: readonly Row[]): string {
  const source = sources.get(frame)
  if (source?.rows === rows) return source.text
  const text = frameLines(frame).join('') + rows.map((row) => rowLine(frame, row)).join('')
  return frame.openEnd ? text.replace(/(\r\n|\r|\n)$/, '') : text
}

/** What stands around the cells of a column. */
export function mannerOf(layout: Layout, column: string | undefined): Pick<Layout, 'gap' | 'gapEnd' | 'empty'> {
  const { gaps } = layout
  return gaps !== null && column !== undefined && Object.hasOwn(gaps, column) ? (gaps[column] as OwnGaps) : layout
}

/** What stands between the pipes of an empty cell that is not padded. */
export function emptyTextOf(manner: Pick<Layout, 'gap' | 'gapEnd' | 'empty'>): string {
  return manner.empty ?? manner.gap + gapEndOf(manner)
}

/** What stands between a cell and the pipe behind it. */
export function gapEndOf({ gap, gapEnd }: Pick<Layout, 'gap' | 'gapEnd'>): string {
  return gapEnd ?? gap
}

function cellsText(frame: Frame, cells: readonly string[]): string {
  const { layout } = frame
  const last = cells.length - 1
  // An empty cell at an edge without a pipe would be no cell.
  const close = layout.close || cells[last] === ''
  let line = ''
  for (let index = 0; index <= last; index++) {
    if (index > 0) line += '|'
    line += segment(frame, cells[index] as string, index, index > 0 || layout.open, index < last || close)
  }
  if (close) line += '|'
  if (layout.open) line = `|${line}`
  else if (cells[0] === '' || beginsBlock(line)) line = `|${layout.gap}${line}`
  return line + layout.tail
}

/** What stands between two pipes: a cell with its gaps, but for the one at an edge without a pipe, and its padding. */
function segment({ columns, layout, widths, align }: Frame, cell: string, index: number, opened: boolean, closed: boolean): string {
  const width = widths[index] ?? 0
  const manner = mannerOf(layout, columns[index])
  const gap = opened ? manner.gap : ''
  const gapEnd = closed ? gapEndOf(manner) : ''
  if (width === 0) {
    if (cell === '' && manner.empty !== null) return manner.empty
    return gap + cell + (gapEnd === '' && closed ? guard(cell) : gapEnd)
  }
  const space = Math.max(0, width - widthOf(cell, layout.measure))
  const before = spaceBefore(layout, align[index], space)
  const after = ' '.repeat(space - before) + gapEnd
  return gap + ' '.repeat(before) + cell + (after === '' && closed ? guard(cell) : after)
}

/** A backslash at a cell's very end would escape the pipe behind it. */
function guard(cell: string): string {
  return isEscaped(cell, cell.length) ? ' ' : ''
}

/** How much of a cell's padding stands before it. */
export function spaceBefore({ side, odd }: Pick<Layout, 'side' | 'odd'>, align: Align | undefined, space: number): number {
  if (side === 'end') return 0
  if (align === 'right') return space
  if (align !== 'center') return 0
  return odd === 'after' ? Math.floor(space / 2) : Math.ceil(space / 2)
}

/** How long a column's mark is: as long as what stands between the pipes above it, or as long as it was. */
function markLength({ columns, layout, widths, marks }: Frame, index: number): number {
  const width = widths[index] ?? 0
  if (width === 0 || !layout.delimiterFill) return marks[index] ?? narrowest
  const manner = mannerOf(layout, columns[index])
  const [gap, gapEnd] = [layout.delimiterGap ?? layout.gap, layout.delimiterGap ?? gapEndOf(layout)]
  const opened = index > 0 || layout.open
  const closed = index < widths.length - 1 || layout.close
  return width + (opened ? manner.gap.length - gap.length : 0) + (closed ? gapEndOf(manner).length - gapEnd.length : 0)
}

function delimiter(align: Align, length: number): string {
  const left = align === 'left' || align === 'center' ? ':' : ''
  const right = align === 'right' || align === 'center' ? ':' : ''
  return left + '-'.repeat(Math.max(1, length - left.length - right.length)) + right
}
