import type { Columns, EntryKind } from '@/lib/catalog/entry'
import { plainText } from '@/lib/catalog/markdown'
import type { EntryView } from '@/lib/catalog/view'
import { columnsOf, type Column } from './columns'
import { Pick } from './pick'
import styles from './entry-table.module.css'

interface Props {
  kind: EntryKind
  /** What the table lists, for those who hear it. */
  caption: string
  columns: Columns
  entries: EntryView[]
  /** Whether its rows can be ticked. */
  picks?: boolean
}

/** A section's table. The same markup is a table on a wide screen and a list of stacked rows on a narrow one. */
export function EntryTable({ kind, caption, columns, entries, picks = false }: Props) {
  const shown = columnsOf(kind, columns).map((column) => ({ ...column, style: styleOf(column, entries) }))
  // With columns of the list's own a table may be wider than the page: it scrolls by itself, and its head with it.
  const mixed = shown.some(({ look }) => look === 'cell')
  return (
    // Positioned, so that what is only for hearing is clipped with the rest.
    <div className={mixed ? 'relative overflow-x-auto print:overflow-visible' : 'relative'}>
      <table className={`${styles.entries} ${styles[kind]} ${mixed ? styles.mixed : ''}`}>
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>{shown.map(({ key, header, style }) => <th key={key} scope="col" className={style}>{header}</th>)}</tr>
        </thead>
        <tbody>{entries.map((view) => <Row key={view.id} view={view} columns={shown} picks={picks} />)}</tbody>
      </table>
    </div>
  )
}

/** A column of the list's own gets room by what its cells say: short ones stay on one line, long ones are no thread of words. */
function styleOf({ key, look }: Column, entries: EntryView[]): string {
  if (look !== 'cell') return styles[look] ?? ''
  const longest = Math.max(...entries.map(({ entry }) => lengthOf(entry.more[key] ?? '')))
  return `${styles.cell} ${longest <= short ? styles.short : longest > long ? styles.long : ''}`
}

/** About how long a cell is as shown; its tags are. */
function lengthOf(cell: string): number {
  return cell.includes('<') ? cell.length : plainText(cell).length
}

const short = 14
const long = 60

function Row({ view, columns, picks }: { view: EntryView; columns: (Column & { style: string })[]; picks: boolean }) {
  return (
    <tr>
      {columns.map(({ key, header, style, show, names }) =>
        names(view) ? (
          <th key={key} scope="row" className={`${style} ${styles.naming}`}>{picks && <Pick entry={view} />}{show(view)}</th>
        ) : (
          <td key={key} data-label={header} className={style}>{show(view)}</td>
        ),
      )}
    </tr>
  )
}
