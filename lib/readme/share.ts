import { isAscii } from '@/lib/catalog/fold'
import { leastOf } from './fit'
import { delimiterText, emptyTextOf, gapEndOf, headerText, rowText, type Frame, type Layout, type Row } from './frame'
import { widthOf, type Measure } from './width'

/** A table, as far as its manner is concerned. */
interface Table {
  frame: Frame
  rows: readonly Row[]
}

// A longer table tells its own manner, and whether another explains it too takes its whole length to see.
const longest = 200

/**
 * The frames of a document's tables, as one hand would have written them all: where a table's lines could be of several manners
 * (it is empty, or has one row, or cells of one length), it takes what the others tell. No line of any changes.
 */
export function shareManner(tables: readonly Table[]): Frame[] {
  const shared = tables.length < 2 ? tables : shareWidths(shareStyle(tables))
  return shareCap(doubtCaps(shareEmpty(shared)))
}

function shareStyle(tables: readonly Table[]): Table[] {
  const sure = tables.filter(({ frame, rows }) => frame.layout.exact && rows.length > 1)
  const style = prevailing(sure, ({ layout }) => layout.style)
  return tables.map((table) => {
    if (style === undefined || style === table.frame.layout.style || !table.frame.layout.exact) return table
    return adopt(table, style === 'compact' ? unpadded(table.frame) : padded(table))
  })
}

function shareWidths(tables: readonly Table[]): Table[] {
  const exact = tables.filter(({ frame }) => frame.layout.exact && frame.layout.style === 'padded')
  const followers = new Set(exact)
  const measure = prevailingMeasure(exact)
  const aligned = exact.filter(({ frame }) => frame.align.some((align) => align === 'right' || align === 'center'))
  const side = prevailing(aligned.filter((table) => tells(table, { side: table.frame.layout.side === 'end' ? 'aligned' : 'end' })), ({ layout }) => layout.side)
  const odd = prevailing(aligned.filter((table) => tells(table, { odd: table.frame.layout.odd === 'after' ? 'before' : 'after' })), ({ layout }) => layout.odd)
  return tables.map((table) => {
    if (!followers.has(table)) return table
    const steps: Partial<Layout>[] = [measure && { measure }, side && { side }, odd && { odd }].filter((step) => step !== undefined)
    return steps.reduce((one, step) => adopt(one, { ...one.frame, layout: { ...one.frame.layout, ...step } }), table)
  })
}

/** How compact tables that have no empty cell would write one: as the others do, or as most hands do, `| |`. */
function shareEmpty(tables: readonly Table[]): Table[] {
  const compact = tables.filter(({ frame }) => frame.layout.style === 'compact')
  const silent = new Set(compact.filter(({ frame, rows }) => !frame.header.includes('') && !rows.some(({ cells }) => cells.includes(''))))
  const usual = prevailing(compact.filter((table) => !silent.has(table)), ({ layout }) => emptyTextOf(layout))
  return tables.map((table) => {
    const { layout } = table.frame
    const gaps = layout.gap + gapEndOf(layout)
    const empty = usual ?? (gaps === '  ' ? ' ' : gaps)
    return silent.has(table) && empty !== gaps ? { ...table, frame: { ...table.frame, layout: { ...layout, empty } } } : table
  })
}

/** What most rows of tables are written by; undefined where there are none. */
function prevailing<T>(tables: readonly Table[], of: (frame: Frame) => T): T | undefined {
  const counts = new Map<T, number>()
  for (const { frame, rows } of tables) counts.set(of(frame), (counts.get(of(frame)) ?? 0) + rows.length + 1)
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0]
}

// The likeliest first, as they are tried (lib/readme/detect).
const measures: readonly Measure[] = ['columns', 'units', 'characters', 'emoji']

/** The measure that explains most rows of the tables that not every measure explains; undefined where there are none. */
function prevailingMeasure(tables: readonly Table[]): Measure | undefined {
  const counts = new Map<Measure, number>()
  for (const table of tables) {
    const fitting = fittingMeasures(table)
    if (fitting.length === measures.length) continue
    for (const measure of fitting) counts.set(measure, (counts.get(measure) ?? 0) + table.rows.length + 1)
  }
  const most = Math.max(...counts.values())
  return measures.find((measure) => counts.get(measure) === most)
}

/** The measures that give the table's lines too. */
function fittingMeasures(table: Table): readonly Measure[] {
  const { frame, rows } = table
  if (rows.length > longest || [frame.header, ...rows.map(({ cells }) => cells)].every((cells) => cells.every(isAscii))) return measures
  return measures.filter((measure) => !tells(table, { measure }))
}

/** Whether the table shows that it is not written so. */
function tells({ frame, rows }: Table, other: Partial<Layout>): boolean {
  return rows.length <= longest && !givesSame(frame, { ...frame, layout: { ...frame.layout, ...other } }, rows)
}

/** The table with another frame, if that gives every line too. */
function adopt(table: Table, frame: Frame): Table {
  return table.rows.length <= longest && givesSame(table.frame, frame, table.rows) ? { ...table, frame } : table
}

/** Whether two frames give the same lines; their delimiters are as long as the marks that stand there. */
function givesSame(a: Frame, b: Frame, rows: readonly Row[]): boolean {
  return headerText(a) === headerText(b) && rows.every(({ cells }) => rowText(a, cells) === rowText(b, cells))
}

function unpadded(frame: Frame): Frame {
  return { ...frame, widths: [], layout: { ...frame.layout, style: 'compact', side: 'end', odd: 'after', cap: null, least: 3, delimiterFill: true } }
}

/** The table as if its columns were padded, each to its widest cell; the delimiter follows them where it is as wide. */
function padded({ frame, rows }: Table): Frame {
  const { measure } = frame.layout
  const widths = frame.header.map((header, index) => rows.reduce((width, { cells }) => Math.max(width, widthOf(cells[index] ?? '', measure)), widthOf(header, measure)))
  const layout: Layout = { ...frame.layout, style: 'padded', least: leastOf(widths), delimiterFill: true }
  const follows = { ...frame, widths, layout }
  return delimiterText(follows) === delimiterText(frame) && frame.verbatim.delimiter === null ? follows : { ...follows, layout: { ...layout, delimiterFill: false } }
}

/**
 * A cap that only one column of the document shows, as wide as one of its cells, is none: that cell was the widest until a hand
 * let longer ones stand out. Such a table is as-is, and its other columns do not follow a longer cell either.
 */
function doubtCaps(tables: readonly Table[]): Frame[] {
  const stopped = tables.map(stoppedColumns)
  const counts = new Map<number | null, number>()
  tables.forEach(({ frame: { layout } }, index) => counts.set(layout.cap, (counts.get(layout.cap) ?? 0) + (stopped[index] as number[][]).length))
  return tables.map(({ frame }, index) => {
    const { cap } = frame.layout
    const isDoubtful = cap !== null && counts.get(cap) === 1 && (stopped[index] as number[][]).some((widths) => widths.includes(cap))
    return isDoubtful ? { ...frame, layout: { ...frame.layout, cap: null, exact: false } } : frame
  })
}

/** The widths of the cells of each column that the cap stops. */
function stoppedColumns({ frame, rows }: Table): number[][] {
  const { cap, measure } = frame.layout
  if (cap === null) return []
  const lines = [frame.header, ...rows.map(({ cells }) => cells)]
  return frame.widths
    .flatMap((width, column) => (width === cap ? [lines.map((cells) => widthOf(cells[column] ?? '', measure))] : []))
    .filter((widths) => widths.some((width) => width > cap))
}

/**
 * Gives a cap to the padded tables that show none (all their cells fit), from the document's other tables: one hand
 * wrote them all.
 */
export function shareCap(frames: readonly Frame[]): Frame[] {
  const seen = frames.filter(({ layout }) => layout.exact && layout.cap !== null)
  const caps = new Set(seen.map(({ layout }) => layout.cap))
  const [cap] = caps
  if (caps.size !== 1 || cap === undefined) return [...frames]
  return frames.map((frame) => (canTake(frame, cap) ? { ...frame, layout: { ...frame.layout, cap } } : frame))
}

function canTake({ layout, widths }: Frame, cap: number | null): boolean {
  return layout.style === 'padded' && layout.exact && layout.cap === null && cap !== null && widths.every((width) => width <= cap)
}
