import type { AddChange, Change, MoveChange } from '@/lib/readme/change'

/**
 * Whether changes are of rows alone, as a form sends them: nothing of the text or of a layout, no line that a hand wrote, no row that another
 * change calls by a key. Then no more has to be read to apply them than the rows that they name, with what stands beside these.
 */
export function arePlain(changes: readonly Change[]): boolean {
  return changes.every((change) => {
    if (change.op === 'text' || change.op === 'layout') return false
    if (change.op === 'remove') return true
    return (change.line ?? null) === null && (change.op !== 'add' || (change.key === undefined && typeof change.place === 'string'))
  })
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
