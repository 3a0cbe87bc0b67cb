import { counted, inWords } from '@/components/entry/words'
import { searchPath } from '@/components/search/search-path'
import type { Matrix } from '@/lib/pictures/counts'
import { fitted } from '@/lib/pictures/label'
import { layoutMatrix, matrixSteps, type Cell, type Line } from '@/lib/pictures/matrix-layout'
import { Numbers } from './numbers'
import { Picture, Scroll } from './picture'
import styles from './pictures.module.css'
import { Svg } from './svg'
import { matrixTable } from './tables'

/** Which base models each subfield builds on. */
export function Subfields({ matrix }: { matrix: Matrix }) {
  const more = inWords([rest(matrix.moreSubfields, 'subfield'), rest(matrix.moreBases, 'base model')].filter(Boolean))
  return (
    <Picture
      title="Subfields and what they build on"
      lead={`Models by subfield and base model, the commonest first. A model with two bases is counted with both, one that names none with none.${more && ` Not shown, as they have no more models than these: ${more}.`}`}
      table={<Numbers {...matrixTable(matrix)} />}
    >
      <Scroll label="Models by subfield and base model"><Drawing matrix={matrix} /></Scroll>
    </Picture>
  )
}

function rest(count: number, word: string): string {
  return count > 0 ? `${count} more ${word}${count === 1 ? '' : 's'}` : ''
}

/** Left of the squares: the bases; above them: the subfields. */
const left = 150
const top = 48
const least = 960

function Drawing({ matrix }: { matrix: Matrix }) {
  const drawing = layoutMatrix(matrix)
  const { height, columns, rows, cells } = drawing
  // A list of few subfields is not drawn larger than one of many.
  const width = Math.max(drawing.width, least)
  return (
    <Svg className={`${styles.picture} ${styles.roomy} ${styles.model}`} viewBox={`0 0 ${left + width} ${top + height}`} role="group" aria-label="Models by subfield and base model">
      {columns.map((column) => <Column key={column.key} column={column} />)}
      <g transform={`translate(0 ${top})`}>
        {rows.map((row) => <Row key={row.key} row={row} width={width} />)}
        {cells.map((cell) => <Square key={`${cell.base.key} ${cell.subfield.key}`} cell={cell} />)}
      </g>
    </Svg>
  )
}

function Column({ column }: { column: Line }) {
  const x = left + column.at
  return (
    <a href={searchPath({ subfield: [column.key] })} aria-label={`${column.label}: ${counted(column.entries, 'model')}`}>
      <title>{column.label}</title>
      <text className={styles.column} x={x} y={16} textAnchor="middle">{fitted(column.label, matrixSteps.column - 2, 11.5)}</text>
      <text className={styles.quiet} x={x} y={33} textAnchor="middle">{column.entries}</text>
    </a>
  )
}

function Row({ row, width }: { row: Line; width: number }) {
  return (
    <>
      <line className={styles.grid} x2={left + width} y1={row.at - matrixSteps.row / 2 + 0.5} y2={row.at - matrixSteps.row / 2 + 0.5} />
      <a href={searchPath({ base: [row.key] })} aria-label={`${row.label}: ${counted(row.entries, 'model')}`}>
        <title>{row.label}</title>
        <text y={row.at + 4}>{fitted(row.label, left - 42, 12)}</text>
        <text className={styles.quiet} x={left - 16} y={row.at + 4} textAnchor="end">{row.entries}</text>
      </a>
    </>
  )
}

function Square({ cell: { base, subfield, entries, x, y, side } }: { cell: Cell }) {
  const label = `${subfield.label}, ${base.label}: ${counted(entries, 'model')}`
  return (
    <a href={searchPath({ subfield: [subfield.key], base: [base.key] })} aria-label={label}>
      <title>{label}</title>
      <rect className={styles.place} x={left + x - matrixSteps.column / 2} y={y - matrixSteps.row / 2} width={matrixSteps.column} height={matrixSteps.row} />
      <rect className={styles.fill} x={left + x - side / 2} y={y - side / 2} width={side} height={side} rx={3} />
      <text className={`${styles.count} ${styles.onFill}`} x={left + x} y={y + 4} textAnchor="middle">{entries}</text>
    </a>
  )
}
