import type { AddChange, Change, LayoutChange, MoveChange } from '@/lib/readme/change'

/**
 * Whether changes are of rows alone, or of how wide the columns of their tables are. Then no more has to be read to apply them to the list that
 * they were made against than the rows that they name, with what stands beside these.
 */
export function arePlain(changes: readonly Change[]): boolean {
  return changes.every((change) => change.op !== 'text' && (change.op !== 'layout' || isOfWidths(change)))
}

function isOfWidths({ after, columns, lines }: LayoutChange): boolean {
  return columns === undefined && lines === undefined && Object.keys(after).every((name) => name === 'widths' || name === 'marks')
}

/** Whether plain changes are the same ones to a list that moved on, but touched nothing that they rest on: what a hand's own line, or a width, becomes there is told by other rows too. */
export function areOfValues(changes: readonly Change[]): boolean {
  return changes.every((change) => change.op !== 'layout' && (!('line' in change) || change.line === undefined))
}

/** The sections that changes name but for those of the text, and of each the entries, by their slugs: those that they are about, and those
 * that others go behind or for. */
export function rowsNamed(changes: readonly Change[]): Map<string, string[]> {
  const named = new Map<string, string[]>()
  const note = (section: string, ...entries: string[]) => named.set(section, [...(named.get(section) ?? []), ...entries])
  for (const change of changes) {
    if (change.op === 'text') continue
    if (change.op === 'layout') note(change.section)
    else note(change.section, ...(change.op === 'add' ? [] : [change.entry]), ...(change.op === 'remove' && change.into !== undefined ? [change.into] : []))
    if (change.op === 'move' || change.op === 'add') note(targetOf(change), ...(typeof change.place === 'object' ? [change.place.after] : []))
  }
  return named
}

/** The section that a row comes to. */
function targetOf(change: AddChange | MoveChange): string {
  return change.op === 'move' ? (change.to ?? change.section) : change.section
}
