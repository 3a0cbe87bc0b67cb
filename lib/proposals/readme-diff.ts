import { printCells } from '@/lib/catalog/entry'
import type { Db } from '@/lib/db'
import { laterDate } from '@/lib/readme/date-line'
import { diffLines, type DiffLine, type KeyedLine } from '@/lib/readme/line-diff'
import { proseAt } from '@/lib/readme/export'
import { frameLines, rowLine } from '@/lib/readme/frame'
import { splitLines } from '@/lib/readme/lines'
import { loadDocument, loadRows, loadTables, type StoredDocument, type StoredRow, type StoredTable } from '@/lib/readme/load'
import { addRow } from '@/lib/readme/place'
import type { Change } from './change'

/** A README in memory, as far as a difference needs it. */
interface State {
  document: StoredDocument
  tables: Map<string, StoredTable>
  rows: Map<string, StoredRow[]>
}

/** What a past acceptance did to the README, line by line. */
export async function diffOfRevision(db: Db, revision: number): Promise<DiffLine[]> {
  const [before, after] = await Promise.all([load(db, revision - 1), load(db, revision)])
  return diffLines(linesOf(before), linesOf(after))
}

/** What accepting these changes on `now`'s day would do to the README, line by line. */
export async function diffOfChanges(db: Db, changes: readonly Change[], revision: number, now: Date): Promise<DiffLine[]> {
  const before = await load(db, revision)
  const ids = new Map((await db.section.findMany({ select: { id: true, slug: true } })).map(({ id, slug }) => [slug, id]))
  const after: State = {
    document: { ...before.document, updated: laterDate(now, before.document.updated) },
    tables: new Map(before.tables),
    rows: new Map(before.rows),
  }
  changes.forEach((change, index) => add(after, ids.get(change.section) ?? '', change, `new:${index}`))
  return diffLines(linesOf(before), linesOf(after))
}

function add({ tables, rows }: State, sectionId: string, { place, entry }: Change, entryId: string): void {
  const table = tables.get(sectionId)
  if (!table) return
  const cells = printCells(entry, table.frame.columns)
  const added = addRow(table.frame, rows.get(sectionId) ?? [], { entryId, cells, verbatim: null }, place)
  tables.set(sectionId, { ...table, frame: added.frame })
  rows.set(sectionId, added.rows)
}

async function load(db: Db, revision: number): Promise<State> {
  const document = await loadDocument(db, revision)
  if (!document) throw new Error(`there is no revision ${revision}`)
  const [tables, rows] = await Promise.all([loadTables(db, revision), loadRows(db, revision)])
  return { document, tables, rows }
}

/** Every line of the README with a key that survives its rewriting: prose by place, table lines by what they are. */
function linesOf({ document, tables, rows }: State): KeyedLine[] {
  return proseAt(document).flatMap((part, index) => {
    if ('prose' in part) return splitLines(part.prose).map(({ text }, line) => ({ key: `prose:${index}:${line}`, text }))
    const table = tables.get(part.section)
    if (!table) return []
    const [header, delimiter] = frameLines(table.frame)
    return [
      { key: `header:${part.section}`, text: bare(header) },
      { key: `delimiter:${part.section}`, text: bare(delimiter) },
      ...(rows.get(part.section) ?? []).map((row) => ({ key: `row:${row.entryId}`, text: bare(rowLine(table.frame, row)) })),
    ]
  })
}

function bare(line: string): string {
  return line.replace(/[\r\n]+$/, '')
}
