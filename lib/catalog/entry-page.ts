import type { Db } from '@/lib/db'
import { rowLine } from '@/lib/readme/frame'
import { withoutEnd } from '@/lib/readme/lines'
import type { EntryKind } from './entry'
import { nameKey } from './fold'
import { entryHistory, type EntryHistory } from './log'
import { frameOf, viewSelect, viewsOf, type EntryRef, type EntryView } from './view'

/** Everything known of an entry. */
export interface EntryPage extends EntryView {
  /** A tombstone: an accepted proposal removed it. */
  removed: boolean
  /** Its line in the README, without the line end. */
  markdown: string
  /** Models that were trained on it. */
  usedBy: EntryRef[]
  /** Its revisions, newest first. */
  history: EntryHistory[]
}

const usedByLimit = 200

/** An entry's page; null where the address names none. */
export async function entryPage(db: Db, kind: EntryKind, slug: string): Promise<EntryPage | null> {
  const row = await db.entry.findUnique({ where: { kind_slug: { kind, slug } }, select: viewSelect })
  if (!row) return null
  const [[view], usedBy, history] = await Promise.all([
    viewsOf(db, [row]),
    kind === 'dataset' ? modelsTrainedOn(db, row.name) : [],
    entryHistory(db, row.id),
  ])
  const markdown = withoutEnd(rowLine(frameOf(row.section), row))
  return { ...(view as EntryView), removed: row.removed, markdown, usedBy, history }
}

function modelsTrainedOn(db: Db, name: string): Promise<EntryRef[]> {
  return db.entry.findMany({
    where: { kind: 'model', removed: false, terms: { some: { facet: 'data', key: nameKey(name) } } },
    select: { kind: true, slug: true, name: true },
    orderBy: { nameKey: 'asc' },
    take: usedByLimit,
  })
}
