import type { Context, SourceRow, Stretch } from '../context'
import { distance, isSlip } from '../distance'
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

/** What links of lists are called everywhere: a slip of one of these is odd however often it stands. */
const known = ['Official site', 'Official website', 'GitHub', 'Hugging Face', 'Homepage', 'Project page', 'PhysioNet', 'Zenodo', 'Kaggle', 'Download', 'Website']

/** What is longer misses none of them by a letter or two. */
const longest = Math.max(...known.map(({ length }) => length)) + 2

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
    if (!stretch.cell || stretch.links.links.length === 0) continue
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
  const meantBy = (label: string) => {
    const near = usual.filter(([right, many]) => many >= often * (counts.get(label) as number) && isOdd(label, right))
    return near.length === 1 ? near[0] : undefined
  }
  const meant = new Map(Array.from(counts.keys(), (label) => [label, meantBy(label) ?? knownFor(label)]))
  return uses.flatMap((use) => {
    const right = meant.get(use.label)
    return right ? [draft(context, use, right)] : []
  })
}

/** The same letters in another case, or a slip. */
function isOdd(label: string, usual: string): boolean {
  return label !== usual && (label.toLowerCase() === usual.toLowerCase() || isSlip(label, usual))
}

/** The known label that this one misses by a letter. */
function knownFor(label: string): [string, number] | undefined {
  if (label.length > longest) return undefined
  const letters = (text: string) => text.toLowerCase().replace(/[^a-z]/g, '')
  if (known.some((right) => letters(right) === letters(label))) return undefined
  const near = known.filter((right) => isSlip(label, right) && distance(label.toLowerCase(), right.toLowerCase(), 2) <= (right.includes(' ') ? 2 : 1))
  return near.length === 1 ? [near[0] as string, 0] : undefined
}

function draft(context: Context, { label, span, stretch }: Use, [right, count]: [string, number]): Draft {
  return {
    place: placeIn(stretch, span.from),
    message: count > 0 ? `The label "${label}" is "${right}" in ${count} other links of this field.` : `The label "${label}" looks like a slip of "${right}".`,
    edits: editIn(context, stretch, { ...span, text: right }),
  }
}
