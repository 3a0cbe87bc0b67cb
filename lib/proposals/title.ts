import type { FormChange } from './change'
import type { Told } from './told'

const verbs: Record<FormChange['op'], string> = { add: 'Add', edit: 'Edit', remove: 'Remove', move: 'Move', text: 'Edit' }

/** A form's proposal in a line, by what each of its changes does to what: "Add MMedLM 2", or "Edit MMedLM 2 and 3 more". */
export function titleOf(changes: readonly { op: FormChange['op']; name: string }[]): string {
  // A passage may change in several places.
  const [first, ...others] = changes.filter(({ op, name }, at) => op !== 'text' || changes.findIndex((one) => one.op === op && one.name === name) === at)
  if (!first) return 'Nothing'
  const title = cut(`${verbs[first.op]} ${first.name || 'an entry'}`)
  return others.length === 0 ? title : `${title} and ${others.length} more`
}

/** What a passage is called, by the heading of the table beneath it; null: behind the last table. */
export function passageName(heading: string | null): string {
  return heading === null ? 'the text behind the last table' : `the text above ${heading}`
}

/** The title of a proposal, told from its changes: "Edit ChatDoctor", or "Import an edited README: 3 added, 1 changed". */
export function titleOfImport(told: readonly Told[]): string {
  const [only, ...others] = told
  return only && others.length === 0 ? cut(titleOfChange(only)) : `Import an edited README: ${countWords(told)}`
}

/** The title of a proposal that takes another back. */
export function titleOfUndo(title: string): string {
  return cut(`Undo “${title}”`)
}

/** A proposal's title is a heading: a name may be as long as a cell. */
export function cut(title: string): string {
  return title.length > 200 ? `${title.slice(0, 199)}…` : title
}

/** One change in a line: "Edit ChatDoctor". */
export function titleOfChange(told: Told): string {
  switch (told.op) {
    case 'text':
      return 'Edit the text of the README'
    case 'layout':
      return `Lay out the table of ${told.section.heading}`
    case 'add':
    case 'edit':
    case 'remove':
    case 'move':
      return titleOf([told])
  }
}

const counters: [Told['op'], one: string, many: string][] = [
  ['add', 'added', 'added'],
  ['edit', 'changed', 'changed'],
  ['remove', 'removed', 'removed'],
  ['move', 'moved', 'moved'],
  ['text', 'passage of text', 'passages of text'],
  ['layout', 'table laid out', 'tables laid out'],
]

/** How many changes of each sort: "3 added, 1 changed, 2 passages of text". */
export function countWords(told: readonly { op: Told['op'] }[]): string {
  return counters
    .map(([op, one, many]) => ({ count: told.filter((change) => change.op === op).length, one, many }))
    .filter(({ count }) => count > 0)
    .map(({ count, one, many }) => `${count} ${count === 1 ? one : many}`)
    .join(', ')
}
