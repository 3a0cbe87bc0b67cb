import type { ReactNode } from 'react'
import { markupOf } from './markup'
import styles from './pictures.module.css'

interface Props {
  /** Columns; those of numbers are set to the right. */
  head: readonly { label: string; isNumber?: boolean }[]
  rows: readonly { key: string; cells: readonly ReactNode[] }[]
}

/** What a picture says, as a table: as one text, like the picture (./svg). */
export function Numbers(props: Props) {
  return <table className={styles.numbers} dangerouslySetInnerHTML={{ __html: markupOf(<Content {...props} />) }} />
}

function Content({ head, rows }: Props) {
  const look = (index: number) => (head[index]?.isNumber ? styles.number : undefined)
  return (
    <>
      <thead>
        <tr>{head.map(({ label }, index) => <th key={label} scope="col" className={look(index)}><span>{label}</span></th>)}</tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells: [first, ...others] }) => (
          <tr key={key}>
            <th scope="row">{first}</th>
            {others.map((cell, index) => <td key={head[index + 1]?.label} className={look(index + 1)}>{cell}</td>)}
          </tr>
        ))}
      </tbody>
    </>
  )
}
