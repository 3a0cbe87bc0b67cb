import type { Context, SourceRow, Stretch } from '../context'
import { isSlip } from '../distance'
import type { Draft, Rule } from '../finding'
import type { Span } from '../links'
import { editIn, placeIn } from '../spot'

interface Use {
  label: string
  span: Span
  stretch: Stretch
}

/** How often a label stands for a field before another spelling of it is odd. */
const often = 3
/** Compared with no more labels than these of a field, the most frequent. */
const most = 40

/** Link labels that miss the one which the same field usually has: "Official cite" among "Official site". */
export const oddLabel: Rule = {
  name: 'odd-label',
  reason: 'The field says the same thing in two ways, one of them a slip.',
  severity: 'warning',
  check: (context: Context): Draft[] => Array.from(usesByField(context).values()).flatMap((uses) => checkField(context, uses)),
}

function usesByField({ stretches }: Context): Map<string, Use[]> {
  const fields = new Map<string, Use[]>()
  for (const stretch of stretches) {
    if (!stretch.cell) continue
    const key = fieldOf(stretch.cell)
    const uses = fields.get(key) ?? []
    for (const { image, label } of stretch.links.links) {
      if (!image) uses.push({ label: stretch.source.slice(label.from, label.to), span: label, stretch })
    }
    fields.set(key, uses)
  }
  return fields
}

function fieldOf({ row, column }: { row: SourceRow; column: number }): string {
  return `${row.section.kind} ${row.section.frame.columns[column] ?? column}`
}

function checkField(context: Context, uses: readonly Use[]): Draft[] {
  const counts = new Map<string, number>()
  for (const { label } of uses) counts.set(label, (counts.get(label) ?? 0) + 1)
  const usual = Array.from(counts).filter(([, count]) => count >= often).sort((a, b) => b[1] - a[1]).slice(0, most)
  return uses.flatMap((use) => {
    const count = counts.get(use.label) as number
    const meant = usual.filter(([label, many]) => many >= often * count && isOdd(use.label, label))
    const [right] = meant
    return right && meant.length === 1 ? [draft(context, use, right)] : []
  })
}

/** The same letters in another case, or a slip. */
function isOdd(label: string, usual: string): boolean {
  return label !== usual && (label.toLowerCase() === usual.toLowerCase() || isSlip(label, usual))
}

function draft(context: Context, { label, span, stretch }: Use, [right, count]: [string, number]): Draft {
  return {
    place: placeIn(stretch, span.from),
    message: `The label "${label}" is "${right}" in ${count} other links of this field.`,
    edits: editIn(context, stretch, { ...span, text: right }),
  }
}
