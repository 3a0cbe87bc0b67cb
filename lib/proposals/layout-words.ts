import { plainText } from '@/lib/catalog/markdown'
import type { LayoutChange } from '@/lib/readme/change'
import type { Frame, Layout } from '@/lib/readme/frame'

/** What a change of a table's layout does, in sentences. `frame`: the table's, as it was; absent where there is none now. */
export function layoutWords(frame: Frame | undefined, { before, after, columns, lines }: LayoutChange): string[] {
  const words = [...columnWords(before.header ?? frame?.header ?? [], after.header, columns)]
  if (after.align) words.push('Columns are aligned otherwise.')
  if (after.layout) words.push(...mannerWords(before.layout, after.layout))
  if (after.eol !== undefined) words.push(`Lines end with ${lineEnds[after.eol] ?? 'another line end'}.`)
  if (after.openEnd !== undefined)
    words.push(after.openEnd ? 'The README ends without a line end.' : 'The README ends with a line end.')
  const own = Object.values(lines ?? {})
  const kept = own.filter((line) => line !== null).length
  if (kept > 0) words.push(`${kept === 1 ? 'One row is' : `${kept} rows are`} spaced by hand.`)
  if (own.length > kept)
    words.push(`${own.length - kept === 1 ? 'One row follows' : `${own.length - kept} rows follow`} the table’s layout again.`)
  const hand = after.verbatim && (after.verbatim.header !== null || after.verbatim.delimiter !== null)
  if (hand) words.push('The lines of its header are spaced by hand.')
  if (words.length === 0) words.push('The table’s columns get another width.')
  return words
}

const lineEnds: Record<string, string> = { '\n': 'LF', '\r\n': 'CRLF', '\r': 'CR' }

function columnWords(before: readonly string[], after: readonly string[] | undefined, order: LayoutChange['columns']): string[] {
  if (!after) return order ? ['Its columns stand in another order.'] : []
  const origins = order ?? after.map((_, index) => index)
  const words = origins.flatMap((origin, index) => {
    const [was, is] = [origin === null ? undefined : plainText(before[origin] ?? ''), plainText(after[index] ?? '')]
    if (was === undefined) return [`New column “${is}”.`]
    return was === is ? [] : [`The column “${was}” is now called “${is}”.`]
  })
  const gone = before
    .filter((_, index) => !origins.includes(index))
    .map((header) => `The column “${plainText(header)}” goes, with its cells.`)
  const known = origins.filter((origin) => origin !== null)
  const moved = known.some((origin, index) => index > 0 && origin < (known[index - 1] as number))
  return [...words, ...gone, ...(moved ? ['Its columns stand in another order.'] : [])]
}

function mannerWords(before: Layout | undefined, after: Layout): string[] {
  if (before && before.style !== after.style) {
    return [after.style === 'compact' ? 'Cells are no longer padded to columns.' : 'Cells are padded to columns.']
  }
  if (before?.exact && !after.exact) return ['Rows are no longer padded alike; from now on each keeps its own spacing.']
  if (before && !before.exact && after.exact) return ['Rows are padded alike again.']
  return ['Rows are written in another manner.']
}
