import { cellReader, columnOf, type ReadEntry } from './entry'
import { keysOf, type Fit } from './header'

/** A table's rows read as what its header and their cells mean together. */
export interface Understood extends Fit {
  entries: ReadEntry[]
}

// Fewer may be slips in a column that means what its header says.
const fewest = 3

/**
 * Reads a table's rows, and corrects what its header promised where most cells say otherwise: a column that most cells do not
 * fit is a strange one, kept as markdown without a complaint about every cell; and where even the names do not fit, the table
 * is of the kind `table`.
 */
export function fitCells(fit: Fit, headers: readonly string[], rows: readonly { cells: readonly string[] }[]): Understood {
  const entries = readAll(fit, rows)
  const misfits = fit.columns.filter((key) => isMisfit(fit, key, entries, rows))
  if (misfits.length === 0) return { ...fit, entries }
  const corrected: Fit = misfits.includes('name')
    ? { kind: 'table', columns: keysOf(headers, []) }
    : { kind: fit.kind, columns: keysOf(headers, fit.columns.map((key) => (misfits.includes(key) || !columnOf(fit.kind, key) ? undefined : key))) }
  return { ...corrected, entries: readAll(corrected, rows) }
}

function readAll({ kind, columns }: Fit, rows: readonly { cells: readonly string[] }[]): ReadEntry[] {
  const read = cellReader(kind, columns)
  return rows.map(({ cells }) => read(cells))
}

function isMisfit({ columns }: Fit, key: string, entries: readonly ReadEntry[], rows: readonly { cells: readonly string[] }[]): boolean {
  const raw = entries.filter((entry) => entry.raw[key]).length
  if (raw < fewest) return false
  const index = columns.indexOf(key)
  return raw * 2 > rows.filter(({ cells }) => cells[index]).length
}
