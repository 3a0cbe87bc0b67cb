import { plainText } from '@/lib/catalog/markdown'
import type { Context, SourceRow, SourceSection } from '../context'
import type { Draft, Place, Rule } from '../finding'
import { placeOfRow } from '../spot'

/** Cells of models and datasets that are kept as written, for no field holds them. */
export const unfitCell: Rule = {
  name: 'unfit-cell',
  reason: 'The portal shows it as it stands, and can neither search nor check it as a field.',
  severity: 'note',
  check: ({ sections }: Context): Draft[] => sections.flatMap((section) => section.section.frame.columns.flatMap((key, column) => checkColumn(section, key, column))),
}

function checkColumn({ section, rows }: SourceSection, key: string, column: number): Draft[] {
  const unfit = rows.filter(({ entry }) => key in entry.raw)
  const [first] = unfit
  if (!first) return []
  const name = plainText(section.frame.header[column] as string)
  // Where hardly a cell fits, the list means another thing by the column: said once.
  if (unfit.length > 3 && unfit.length * 2 > rows.length) {
    return [{ place: cellPlace(first, column), message: `${unfit.length} of ${rows.length} cells of "${name}" do not fit the field "${key}" and are kept as written.` }]
  }
  return unfit.map((row) => ({ place: cellPlace(row, column), message: `${saying(row, column)} does not fit the field "${key}" and is kept as written.` }))
}

function saying({ cells }: SourceRow, column: number): string {
  const text = cells[column]?.text ?? ''
  return text === '' ? 'This empty cell' : `"${text.length > 60 ? `${text.slice(0, 60)}…` : text}"`
}

/** A cell that is missing is missing behind the last. */
function cellPlace(row: SourceRow, column: number): Place {
  const last = row.cells.at(-1) as SourceRow['cells'][number]
  return placeOfRow(row, row.cells[column]?.at ?? last.at + last.text.length)
}
