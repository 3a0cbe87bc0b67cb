import type { EditChange } from '@/lib/readme/change'
import { shownValue, type Shown } from './shown-value'

/** What changes in one field, or in one cell that is no field. */
export interface FieldStep {
  label: string
  before: Shown[]
  after: Shown[]
}

const labels: Record<string, string> = {
  name: 'Name',
  subfield: 'Subfield',
  paper: 'Paper',
  code: 'Code',
  base: 'Base models',
  data: 'Pre-training data',
  starred: 'More than three sources',
  papers: 'Papers',
  description: 'Description',
  links: 'Links',
}

const order = Object.values(labels)

/** What a field is called, by its name in a change. */
export function labelOf(field: string): string {
  return labels[field] ?? field
}

/** What an edit does, field by field. A cell that becomes a field, or ceases to be one, is told as its column's one step. */
export function stepsOf({ fields = {}, raw = {}, more = {} }: Pick<EditChange, 'fields' | 'raw' | 'more'>): FieldStep[] {
  const steps = [
    ...Object.entries(fields).map(([name, { before, after }]) => ({
      label: labelOf(name),
      before: shownValue(before),
      after: shownValue(after),
    })),
    ...Object.entries(raw).map(([key, step]) => ({ label: labelOf(key), ...cells(step) })),
    ...Object.entries(more).map(([key, step]) => ({ label: key, ...cells(step) })),
  ]
  const joined = new Map<string, FieldStep>()
  for (const step of steps) {
    const other = joined.get(step.label)
    joined.set(
      step.label,
      other ? { ...step, before: [...other.before, ...step.before], after: [...other.after, ...step.after] } : step,
    )
  }
  return [...joined.values()].toSorted((a, b) => orderOf(a.label) - orderOf(b.label))
}

/** Fields in the order of a kind's own, whatever order the database gave them; columns of a table's own behind. */
function orderOf(label: string): number {
  const at = order.indexOf(label)
  return at === -1 ? order.length : at
}

function cells({
  before,
  after,
}: {
  before?: string | undefined
  after?: string | undefined
}): Pick<FieldStep, 'before' | 'after'> {
  return { before: before === undefined ? [] : [{ text: before }], after: after === undefined ? [] : [{ text: after }] }
}
