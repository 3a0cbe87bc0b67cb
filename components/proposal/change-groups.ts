import type { ChangeView } from '@/lib/proposals/change-view'

/** The changes of one section, or of the text around the tables. */
export interface ChangeGroup<Item> {
  /** The section's slug; "" for the text. */
  key: string
  title: string
  changes: Item[]
}

/** Groups changes by the section that they stand in, in the order in which the first of each comes. */
export function groupChanges<Item extends ChangeView>(changes: readonly Item[]): ChangeGroup<Item>[] {
  const groups = new Map<string, ChangeGroup<Item>>()
  for (const change of changes) {
    const { slug, heading } = change.op === 'text' ? { slug: '', heading: 'Text around the tables' } : change.section
    const group = groups.get(slug)
    if (group) group.changes.push(change)
    else groups.set(slug, { key: slug, title: heading, changes: [change] })
  }
  return [...groups.values()]
}
