import type { EntryKind } from '@/lib/catalog/entry'
import type { Change } from '@/lib/readme/change'

/** What a queue can be filtered by: the kinds of entries that changes touch, and what else they touch. */
export const subjects = ['model', 'dataset', 'table', 'text', 'layout'] as const
export type Subject = (typeof subjects)[number]

/** What a proposal is about: the slugs of the sections that it touches, and their kinds, each once. */
export interface About {
  sections: string[]
  kinds: Subject[]
}

/** Tells what changes are about; `kindIn` is the kind that a section lists. */
export function aboutOf(changes: readonly Change[], kindIn: (section: string) => EntryKind | undefined): About {
  const sections = new Set(changes.flatMap(sectionsIn))
  const kinds = changes.flatMap((change): Subject[] => {
    if (change.op === 'text' || change.op === 'layout') return [change.op]
    return [change.op === 'add' ? change.entry.kind : (kindIn(change.section) ?? 'table')]
  })
  return { sections: [...sections], kinds: [...new Set(kinds)] }
}

/** The sections that a change touches. */
export function sectionsIn(change: Change): string[] {
  if (change.op === 'text') return []
  return change.op === 'move' && change.to !== undefined ? [change.section, change.to] : [change.section]
}
