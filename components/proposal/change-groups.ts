import type { ChangeView } from '@/lib/proposals/change-view'

/** The changes of one section, or of the text around the tables. */
export interface ChangeGroup {
  /** The section's slug; "" for the text. */
  key: string
  title: string
  changes: ChangeView[]
}

/** Groups changes by the section that they stand in, in the order in which the first of each comes. */
export function groupChanges(changes: readonly ChangeView[]): ChangeGroup[] {
  const groups = new Map<string, ChangeGroup>()
  for (const change of changes) {
    const { slug, heading } = change.op === 'text' ? { slug: '', heading: 'Text around the tables' } : change.section
    const group = groups.get(slug)
    if (group) group.changes.push(change)
    else groups.set(slug, { key: slug, title: heading, changes: [change] })
  }
  return [...groups.values()]
}
