import { frameLines, rowLine } from '@/lib/readme/frame'
import { diffLines, type DiffLine, type KeyedLine } from '@/lib/readme/line-diff'
import { splitLines, withoutEnd } from '@/lib/readme/lines'
import type { Readme } from '@/lib/readme/parse'

/** The difference between two READMEs whose sections and rows have the same keys where they are the same ones. */
export function diffReadmes(before: Readme, after: Readme): DiffLine[] {
  return diffLines(linesOf(before), linesOf(after))
}

/** Every line of a README with a key that survives its rewriting: text by what it says, table lines by what they are, all of an unread table as one. */
function linesOf({ parts }: Readme): KeyedLine[] {
  return parts.flatMap((part) => {
    if ('prose' in part) return splitLines(part.prose).map(({ text }) => ({ key: `text:${text}`, text }))
    const { key: section, kind, frame, rows, unread } = part.section
    if (unread !== undefined) return [{ key: `section:${section}`, text: '', unread: unread + 2 }]
    const [header, delimiter] = frameLines(frame)
    return [
      { key: `header:${section}`, text: withoutEnd(header) },
      { key: `delimiter:${section}`, text: withoutEnd(delimiter) },
      ...rows.map((row) => {
        const key = `row:${kind}/${row.key}`
        // Rows that were not read are padded anew where the widths of their columns change.
        return row.unread === undefined ? { key, text: withoutEnd(rowLine(frame, row)) } : { key, text: String(frame.widths), unread: row.unread }
      }),
    ]
  })
}
