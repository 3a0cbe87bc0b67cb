import type { Db } from '@/lib/db'
import { rowLine } from '@/lib/readme/frame'
import { withoutEnd } from '@/lib/readme/lines'
import type { Prisma } from '@/prisma/generated/client'
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
  /** The entry that says what this one said, which the list no longer has: its page leads there. */
  mergedInto: EntryRef | null
  /** Entries that said the same and went for it, each with its own history. */
  merged: { name: string; history: EntryHistory[] }[]
}

/** Few entries are listed more than twice. */
const mergedLimit = 20

const usedByLimit = 200

/** An entry's page; null where the address names none. */
export async function entryPage(db: Db, kind: EntryKind, slug: string): Promise<EntryPage | null> {
  const found = await db.entry.findUnique({ where: { kind_slug: { kind, slug } }, select: pageSelect })
  if (!found) return null
  const { mergedInto, merged, ...row } = found
  const [[view], usedBy, history, mergedHistories] = await Promise.all([
    viewsOf(db, [row]),
    kind === 'dataset' ? modelsTrainedOn(db, row.name) : [],
    entryHistory(db, row.id),
    Promise.all(merged.map(async ({ id, name }) => ({ name, history: await entryHistory(db, id) }))),
  ])
  const markdown = withoutEnd(rowLine(frameOf(row.section), row))
  return { ...(view as EntryView), removed: row.removed, markdown, usedBy, history, mergedInto, merged: mergedHistories }
}

const pageSelect = {
  ...viewSelect,
  mergedInto: { select: { kind: true, slug: true, name: true } },
  merged: { select: { id: true, name: true }, orderBy: { nameKey: 'asc' }, take: mergedLimit },
} satisfies Prisma.EntrySelect

function modelsTrainedOn(db: Db, name: string): Promise<EntryRef[]> {
  return db.entry.findMany({
    where: { kind: 'model', removed: false, terms: { some: { facet: 'data', key: nameKey(name) } } },
    select: { kind: true, slug: true, name: true },
    orderBy: { nameKey: 'asc' },
    take: usedByLimit,
  })
}
