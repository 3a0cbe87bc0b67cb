import type { Db } from '@/lib/db'
import { rowLine } from '@/lib/readme/frame'
import { withoutEnd } from '@/lib/readme/lines'
import type { Prisma } from '@/prisma/generated/client'
import type { EntryKind } from './entry'
import { entryHistory, type EntryHistory } from './entry-history'
import { relatedOf, type Related } from './related'
import { frameOf, viewSelect, viewsOf, type EntryRef, type EntryView } from './view'

/** Everything known of an entry. */
export interface EntryPage extends EntryView, Related {
  /** A tombstone: an accepted proposal removed it. */
  removed: boolean
  /** Its line in the README, without the line end. */
  markdown: string
  /** Its revisions, newest first. */
  history: EntryHistory[]
  /** The entry that says what this one said, which the list no longer has: its page leads there. */
  mergedInto: EntryRef | null
  /** Entries that said the same and went for it, each with its own history. */
  merged: { name: string; history: EntryHistory[] }[]
}

/** Few entries are listed more than twice. */
const mergedLimit = 20

/** An entry's page; null where the address names none. */
export async function entryPage(db: Db, kind: EntryKind, slug: string): Promise<EntryPage | null> {
  const found = await db.entry.findUnique({ where: { kind_slug: { kind, slug } }, select: pageSelect })
  if (!found) return null
  const { mergedInto, merged, ...row } = found
  const [[view], related, history, mergedHistories] = await Promise.all([
    viewsOf(db, [row]),
    relatedOf(db, row),
    entryHistory(db, row.id),
    Promise.all(merged.map(async ({ id, name }) => ({ name, history: await entryHistory(db, id) }))),
  ])
  const markdown = withoutEnd(rowLine(frameOf(row.section), row))
  return { ...(view as EntryView), removed: row.removed, markdown, ...related, history, mergedInto, merged: mergedHistories }
}

const pageSelect = {
  ...viewSelect,
  mergedInto: { select: { kind: true, slug: true, name: true } },
  merged: { select: { id: true, name: true }, orderBy: [{ nameKey: 'asc' }, { id: 'asc' }], take: mergedLimit },
} satisfies Prisma.EntrySelect
