import type { Columns, EntryKind } from '@/lib/catalog/entry'
import type { EntryView } from '@/lib/catalog/view'
import { columnsOf, type Column } from './columns'
import styles from './entry-table.module.css'

interface Props {
  kind: EntryKind
  /** What the table lists, for those who hear it. */
  caption: string
  columns: Columns
  entries: EntryView[]
}

/** A section's table. The same markup is a table on a wide screen and a list of stacked rows on a narrow one. */
export function EntryTable({ kind, caption, columns, entries }: Props) {
  const shown = columnsOf(kind, columns)
  return (
    <div className="overflow-x-auto">
      <table className={`${styles.entries} ${styles[kind]} ${shown.some(({ look }) => look === 'cell') ? styles.mixed : ''}`}>
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>{shown.map(({ key, header, look }) => <th key={key} scope="col" className={styles[look]}>{header}</th>)}</tr>
        </thead>
        <tbody>{entries.map((view) => <Row key={view.id} view={view} columns={shown} />)}</tbody>
      </table>
    </div>
  )
}

function Row({ view, columns }: { view: EntryView; columns: Column[] }) {
  return (
    <tr>
      {columns.map(({ key, header, look, show, names }) =>
        names(view) ? (
          <th key={key} scope="row" className={`${styles[look]} ${styles.naming}`}>{show(view)}</th>
        ) : (
          <td key={key} data-label={header} className={styles[look]}>{show(view)}</td>
        ),
      )}
    </tr>
  )
}
