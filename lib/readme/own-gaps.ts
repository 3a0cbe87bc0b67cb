import { blanksOf, gapsAround, isBetween, isCompact, mostBlanks, mostCommon, spanOf, type Cell } from './evidence'

/** How many blanks stand before and behind the cells of a column, and in an empty one that is not padded. */
export interface Gaps {
  gap: number
  gapEnd: number
  empty: number
}

/** The gaps of a column that its keepers write in a way of its own, and how wide that leaves it (0: not padded). */
export interface OwnColumn extends Gaps {
  width: number
  /** Whether it explains a cell of the column. */
  explains: (cell: Cell) => boolean
}

/**
 * What most cells of a column have that is not padded, as in `| a | b|`, where those are more than the table's manner explains;
 * undefined otherwise.
 */
export function ownCompact(cells: readonly Cell[], usual: Gaps, isUsual: (cell: Cell) => boolean): OwnColumn | undefined {
  const { lefts, rights } = gapsAround(cells)
  const gap = mostCommon(lefts) ?? usual.gap
  const gapEnd = mostCommon(rights) ?? usual.gapEnd
  const kept = gap === usual.gap && gapEnd === usual.gapEnd
  const empty = mostCommon(blanksOf(cells)) ?? (kept ? usual.empty : gap + gapEnd)
  if ([gap, gapEnd, empty].some((count) => count > mostBlanks)) return undefined
  const explains = (cell: Cell) => isCompact(cell, gap, gapEnd, empty)
  return prevails(cells, explains, isUsual) ? { gap, gapEnd, empty, width: 0, explains } : undefined
}

/**
 * The same of a column that is padded behind its cells, as `|a    |` between others that are `| b    |`: all of it, gaps
 * included, is as wide as it was.
 */
export function ownPadded(cells: readonly Cell[], width: number, usual: Gaps): OwnColumn | undefined {
  const span = usual.gap + width + usual.gapEnd
  const filled = cells.filter((cell) => cell.text !== '' && isBetween(cell) && spanOf(cell) === span)
  const gap = mostCommon(filled.map(({ left }) => left)) ?? usual.gap
  const like = filled.filter(({ left }) => left === gap)
  const gapEnd = Math.min(usual.gapEnd, ...like.map(({ right }) => right))
  const isOwn = prevails(filled, ({ left }) => left === gap, ({ left }) => left === usual.gap)
  const explains = (cell: Cell) => spanOf(cell) === span && (cell.text === '' || cell.left === gap)
  return isOwn ? { gap, gapEnd, empty: 0, width: span - gap - gapEnd, explains } : undefined
}

/** Whether one account explains most cells, two at least, and more than another does. */
function prevails(cells: readonly Cell[], own: (cell: Cell) => boolean, usual: (cell: Cell) => boolean): boolean {
  const found = cells.filter(own).length
  return found >= 2 && found * 2 > cells.length && found > cells.filter(usual).length
}
