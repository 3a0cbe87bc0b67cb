import type { Columns, EntryKind } from '@/lib/catalog/entry'
import type { EntryView } from '@/lib/catalog/view'
import { columnsOf } from './columns'
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
    <table className={`${styles.table} ${styles[kind]}`}>
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>{shown.map(({ key, header }) => <th key={key} scope="col" className={styles[key]}>{header}</th>)}</tr>
      </thead>
      <tbody>
        {entries.map((view) => (
          <tr key={view.id}>
            {shown.map(({ key, header, show }) =>
              key === 'name' ? (
                <th key={key} scope="row" className={styles[key]}>{show(view)}</th>
              ) : (
                <td key={key} data-label={header} className={styles[key]}>{show(view)}</td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
