import { markupOf } from './markup'
import styles from './pictures.module.css'
import type { Cell, NumbersTable } from './tables'

/** What a picture says, as a table: as one text, like the picture (./svg). */
export function Numbers(table: NumbersTable) {
  return <table className={styles.numbers} dangerouslySetInnerHTML={{ __html: markupOf(<Content {...table} />) }} />
}

function Content({ head, rows }: NumbersTable) {
  const look = (index: number) => (head[index]?.isNumber ? styles.number : undefined)
  return (
    <>
      <thead>
        <tr>{head.map(({ label }, index) => <th key={label} scope="col" className={look(index)}><span>{label}</span></th>)}</tr>
      </thead>
      <tbody>
        {/* A still table: its rows never reorder, and two entries may share a name. */}
        {rows.map(([first = '', ...others], row) => (
          <tr key={row}>
            <th scope="row"><Said cell={first} /></th>
            {others.map((cell, index) => <td key={head[index + 1]?.label} className={look(index + 1)}><Said cell={cell} /></td>)}
          </tr>
        ))}
      </tbody>
    </>
  )
}

function Said({ cell }: { cell: Cell }) {
  return typeof cell === 'object' ? <a href={cell[1]} className="link">{cell[0]}</a> : cell
}
