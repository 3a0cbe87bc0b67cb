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

function checkColumn({ rows }: SourceSection, key: string, column: number): Draft[] {
  const unfit = rows.filter(({ entry }) => key in entry.raw)
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
