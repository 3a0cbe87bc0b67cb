import { gapText, isBetween, mostCommon, spanOf, type Cell, type Evidence } from './evidence'
import type { OwnGaps } from './frame'

/** What a table's columns have: how many blanks stand before and behind a cell, and in an empty one that is not padded. */
export interface Usual {
  gap: number
  gapEnd: number
  empty: number
}

/** The gaps of a column that its keepers write in a way of its own, and how wide that leaves it (0: not padded). */
export interface OwnColumn {
  gaps: OwnGaps
  width: number
  /** Whether it explains a cell of the column. */
  explains: (cell: Cell) => boolean
}

// More is somebody's padding.
const most = 3

/**
 * What most cells of a column have that is not padded, as in `| a | b|`, where those are more than the table's manner explains;
 * undefined otherwise.
 */
export function ownCompact(evidence: Evidence, column: number, cells: readonly Cell[], usual: Usual, isUsual: (cell: Cell) => boolean): OwnColumn | undefined {
  const filled = cells.filter(({ text }) => text !== '')
  const gap = mostCommon(filled.filter(({ opened }) => opened).map(({ left }) => left)) ?? usual.gap
  const gapEnd = mostCommon(filled.filter(({ closed }) => closed).map(({ right }) => right)) ?? usual.gapEnd
  const kept = gap === usual.gap && gapEnd === usual.gapEnd
  const blanks = cells.filter((cell) => cell.text === '' && isBetween(cell) && !cell.silent).map(({ left, right }) => left + right)
  const empty = mostCommon(blanks) ?? (kept ? usual.empty : gap + gapEnd)
  const own = { gap, gapEnd, empty }
  if (Object.values(own).some((count) => count > most)) return undefined
  const explains = (cell: Cell) => isLike(cell, own)
  return prevails(cells, explains, isUsual) ? { gaps: textsOf(evidence, column, own), width: 0, explains } : undefined
}

function isLike({ text, left, right, opened, closed, silent }: Cell, { gap, gapEnd, empty }: Usual): boolean {
  if (text === '') return silent || left + right === empty
  return left === (opened ? gap : 0) && right === (closed ? gapEnd : 0)
}

/**
 * The same of a column that is padded behind its cells, as `|a    |` between others that are `| b    |`: all of it, gaps
 * included, is as wide as it was.
 */
export function ownPadded(evidence: Evidence, column: number, cells: readonly Cell[], width: number, usual: Usual): OwnColumn | undefined {
  const span = usual.gap + width + usual.gapEnd
  const filled = cells.filter((cell) => cell.text !== '' && isBetween(cell) && spanOf(cell) === span)
  const gap = mostCommon(filled.map(({ left }) => left)) ?? usual.gap
  const like = filled.filter(({ left }) => left === gap)
  const gapEnd = Math.min(usual.gapEnd, ...like.map(({ right }) => right))
  const isOwn = prevails(filled, ({ left }) => left === gap, ({ left }) => left === usual.gap)
  const explains = (cell: Cell) => spanOf(cell) === span && (cell.text === '' || cell.left === gap)
  return isOwn ? { gaps: textsOf(evidence, column, { gap, gapEnd, empty: 0 }), width: span - gap - gapEnd, explains } : undefined
}

/** Whether one account explains most cells, two at least, and more than another does. */
function prevails(cells: readonly Cell[], own: (cell: Cell) => boolean, usual: (cell: Cell) => boolean): boolean {
  const found = cells.filter(own).length
  return found >= 2 && found * 2 > cells.length && found > cells.filter(usual).length
}

function textsOf({ rows }: Evidence, column: number, { gap, gapEnd, empty }: Usual): OwnGaps {
  return { gap: gapText(rows, gap, 'before', column), gapEnd: gapText(rows, gapEnd, 'behind', column), empty: ' '.repeat(empty) }
}
