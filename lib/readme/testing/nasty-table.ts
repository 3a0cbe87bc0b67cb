import fc from 'fast-check'
import { cell, rowName } from './nasty-cells'

/** How a hand slips in a single row: the table's manner does not give the line back. */
export type Slip = 'spaces' | 'tight' | 'unclosed' | 'indented' | 'trailing' | 'tabs'

/** A row before it is written. */
export interface NastyRow {
  cells: string[]
  slip: Slip | null
}

/** How a hand, a script or an editor writes a table's lines. */
export interface Manner {
  padded: boolean
  /** How a script counts a cell's width: code units, characters, or columns of a terminal. */
  measure: 'units' | 'characters' | 'columns'
  cap: number | null
  open: boolean
  close: boolean
  gap: '' | ' '
  /** A column that has no blanks around its cells where none is padded. */
  tight: number | null
  /** Pads to the column's alignment, as formatters do; else behind the cell. */
  aligned: boolean
  indent: '' | ' ' | '   '
  /** The delimiter as wide as its column, or always the same. */
  wideMarks: boolean
}

/** A table before it is written. Its rows may have fewer or more cells than its header. */
export interface NastyTable {
  header: string[]
  /** Alignments, as a delimiter shows them: one for each column, or the table is none. */
  marks: ('-' | ':-' | '-:' | ':-:')[]
  manner: Manner
  rows: NastyRow[]
}

const headers = [
  'Model, Subfield, Paper, Code, Base, Pre-Training Data',
  'Model, Paper, Base',
  'Name, Subfield, Code',
  'Dataset (Paper), Description, Link',
  'dataset, link',
  'Dataset, Size, Download',
  'API, Description, Auth, HTTPS, CORS',
  'Title, Venue, Date, Code',
  'Tool',
  ', ',
  'A, A',
  '名前, リンク',
  '**Model**, `Base`, a \\| b',
].map((names) => names.split(', '))

/** A way to slip. */
export const slip: fc.Arbitrary<Slip> = fc.constantFrom('spaces', 'tight', 'unclosed', 'indented', 'trailing', 'tabs')

/** A row with a name and one to six more cells. */
export const row: fc.Arbitrary<NastyRow> = fc.record({
  cells: fc.tuple(rowName, fc.array(cell, { minLength: 1, maxLength: 6 })).map(([name, others]) => [name, ...others]),
  slip: fc.oneof({ weight: 24, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: slip }),
})

/** A manner: mostly padded, with pipes at its edges. */
export const manner: fc.Arbitrary<Manner> = fc.record({
  padded: fc.constantFrom(true, true, false),
  measure: fc.constantFrom('units', 'units', 'characters', 'columns'),
  cap: fc.constantFrom(null, null, null, 8, 20, 60),
  open: fc.constantFrom(true, true, true, true, false),
  close: fc.constantFrom(true, true, true, true, false),
  gap: fc.constantFrom(' ', ' ', ' ', ''),
  tight: fc.constantFrom(null, null, null, 0, 1, 2),
  aligned: fc.constantFrom(false, false, false, true),
  indent: fc.constantFrom('', '', '', '', '', '', ' ', '   '),
  wideMarks: fc.constantFrom(true, true, true, false),
})

/** Tables of all manners: rows mostly as long as their header, at times shorter or longer. */
export const table: fc.Arbitrary<NastyTable> = fc
  .record({
    header: fc.constantFrom(...headers),
    marks: fc.array(fc.constantFrom<NastyTable['marks'][number]>('-', ':-', '-:', ':-:'), { minLength: 6, maxLength: 6 }),
    manner,
    rows: fc.array(fc.tuple(row, fc.nat(19)), { maxLength: 7 }),
    short: fc.nat(29),
  })
  .map(({ header, marks, manner: way, rows, short }) => ({
    header,
    // Now and then a mark is missing, and GitHub sees no table.
    marks: marks.slice(0, short === 0 ? header.length - 1 : header.length),
    manner: way,
    rows: rows.map(([one, ragged]) => (ragged === 0 ? one : { ...one, cells: fitted(one.cells, header.length) })),
  }))

function fitted(cells: readonly string[], length: number): string[] {
  return Array.from({ length }, (_, index) => cells[index] ?? '-')
}

/** The table's lines, without line ends: header, delimiter, rows. */
export function writeTable({ header, marks, manner: way, rows }: NastyTable): string[] {
  const widths = header.map((text, column) =>
    Math.min(
      way.cap ?? Infinity,
      Math.max(3, ...[text, ...rows.map(({ cells }) => cells[column] ?? '')].map((each) => widthOf(each, way.measure))),
    ),
  )
  const write = (cells: readonly string[]) => writeRow(cells, widths, marks, way)
  const delimiter = marks.map((mark, column) =>
    mark.replace('-', '-'.repeat((way.padded && way.wideMarks ? (widths[column] as number) : 3) - mark.length + 1)),
  )
  return [write(header), writeRow(delimiter, [], marks, way), ...rows.map((one) => slipped(one, write(one.cells)))]
}

function writeRow(cells: readonly string[], widths: readonly number[], marks: readonly string[], way: Manner): string {
  const padded = cells.map((text, column) =>
    way.padded ? pad(text, widths[column] ?? 0, way.aligned ? (marks[column] ?? '-') : '-', way.measure) : text,
  )
  const pieces = padded.map((text, column) => {
    const gap = column === way.tight && !way.padded ? '' : way.gap
    return (column > 0 || way.open ? gap : '') + text + (column < padded.length - 1 || way.close ? gap : '')
  })
  return way.indent + (way.open ? '|' : '') + pieces.join('|') + (way.close ? '|' : '')
}

function pad(text: string, width: number, mark: string, measure: Manner['measure']): string {
  const missing = Math.max(0, width - widthOf(text, measure))
  const before = mark === '-:' ? missing : mark === ':-:' ? Math.floor(missing / 2) : 0
  return ' '.repeat(before) + text + ' '.repeat(missing - before)
}

function widthOf(text: string, measure: Manner['measure']): number {
  if (measure === 'units') return text.length
  const characters = [...text]
  return measure === 'characters' ? characters.length : characters.reduce((sum, char) => sum + columnsOf(char), 0)
}

function columnsOf(char: string): number {
  if (/\p{M}|\u200b|\u200d/u.test(char)) return 0
  return /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uff00-\uff60]|\p{Extended_Pictographic}/u.test(char) ? 2 : 1
}

function slipped({ cells, slip: way }: NastyRow, line: string): string {
  switch (way) {
    case null:
      return line
    case 'spaces':
      return line.replace('|', '|  ')
    case 'tight':
      return `|${cells.join('|')}|`
    case 'unclosed':
      return line.replace(/\s*\|\s*$/, '')
    case 'indented':
      return `  ${line}`
    case 'trailing':
      return `${line} \t`
    case 'tabs':
      return `|\t${cells.join('\t|\t')}\t|`
  }
}
