import { keyOf, sectionsAt, type SectionAt, type Wanted } from '@/lib/api/frames'
import type { Db } from '@/lib/db'
import { stepsOf as toldSteps, type FieldStep } from '@/lib/proposals/field-steps'
import { stepsOf } from '@/lib/readme/changes/content'
import { readCells, type ReadEntry } from './entry'
import { logged, revisionSelect, type LogItem } from './log'

/** One revision of an entry. */
export interface EntryHistory extends Omit<LogItem, 'entries'> {
  number: number
  /** What it did. A row whose spacing alone changed, or its place in its section, is `kept`. */
  did: 'listed' | 'removed' | 'returned' | 'changed' | 'kept'
  /** Field by field what is other than in the revision before; none of a first one. */
  steps: FieldStep[]
  /** The sections, by their headings, between which it moved. */
  moved: { from: string; to: string } | null
}

/** So many revisions of an entry are shown. */
const mostShown = 100

const select = { number: true, catalogRevision: true, sectionId: true, cells: true, removed: true, entry: { select: { kind: true } }, catalog: { select: revisionSelect } } as const

/** An entry's revisions, newest first, each with its difference from the one before. */
export async function entryHistory(db: Db, entryId: string): Promise<EntryHistory[]> {
  // One more than is shown: the last one shown differs from it.
  const rows = await db.entryRevision.findMany({ where: { entryId }, select, orderBy: { number: 'desc' }, take: mostShown + 1 })
  const wanted = (row: (typeof rows)[number]): Wanted => ({ sectionId: row.sectionId, revision: row.catalogRevision })
  const sections = rows.length > 1 ? await sectionsAt(db, rows.map(wanted)) : new Map<string, SectionAt>()
  const states = rows.map((row) => {
    const section = sections.get(keyOf(wanted(row)))
    return { ...row, heading: section?.heading ?? null, entry: readCells(row.entry.kind, section?.frame.columns ?? [], row.cells) }
  })
  return states.slice(0, mostShown).map((state, index) => ({ ...logged(state.catalog), number: state.number, ...differenceOf(states[index + 1], state) }))
}

interface State {
  removed: boolean
  sectionId: string
  heading: string | null
  entry: ReadEntry
}

function differenceOf(before: State | undefined, after: State): Pick<EntryHistory, 'did' | 'steps' | 'moved'> {
  if (!before) return { did: 'listed', steps: [], moved: null }
  if (after.removed) return { did: 'removed', steps: [], moved: null }
  const steps = toldSteps(stepsOf(before.entry, after.entry) ?? {})
  const moved = after.sectionId === before.sectionId || before.heading === null || after.heading === null ? null : { from: before.heading, to: after.heading }
  return { did: before.removed ? 'returned' : steps.length > 0 || moved ? 'changed' : 'kept', steps, moved }
}
