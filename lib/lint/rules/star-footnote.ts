import type { Context, SourceRow } from '../context'
import type { Draft, Rule } from '../finding'
import { placeIn, placeOfRow } from '../spot'

/** What explains the star: "A star (*) …", "* more than three sources", "asterisk". */
const footnote = /\b(?:stars?|asterisks?)\b[^\n]{0,20}?\(?\\?\*\)?|(?:^|\n)\s*(?:\\\*|<sup>\\?\*<\/sup>)\s*\S|\(\\?\*\)/i
const strict = /\b(?:star|asterisk)\b[ \t]*\(\\?\*\)/i

/** Stars behind a model’s data without a line that says what they mean, and such a line without stars. */
export const starFootnote: Rule = {
  name: 'star-footnote',
  reason: 'A star that nothing explains tells readers nothing.',
  severity: 'warning',
  check({ sections, stretches }: Context): Draft[] {
    const prose = stretches.filter(({ kind }) => kind !== 'cell')
    const starred = sections.flatMap(({ rows }) => rows).filter(isStarred)
    const [first] = starred
    const others = starred.length > 2 ? ` and ${starred.length - 1} others have` : starred.length === 2 ? ' and another have' : ' has'
    if (first && !prose.some(({ text }) => text.includes('*') && footnote.test(text))) {
      return [{ place: placeOfRow(first), message: `This row${others} a star, and no line says what it means.` }]
    }
    if (first || sections.some(({ rows }) => rows.some(({ row }) => row.cells.some((cell) => cell.includes('*'))))) return []
    return prose.flatMap((stretch) => {
      const found = strict.exec(stretch.text)
      return found ? [{ place: placeIn(stretch, found.index), message: 'This explains a star, and no row has one.' }] : []
    })
  },
}

function isStarred({ entry }: SourceRow): boolean {
  return entry.kind === 'model' && entry.fields.starred === true
}
