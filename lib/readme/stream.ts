import type { Db } from '@/lib/db'
import { exportReadme } from './export'
import { frameLines, rowLine } from './frame'
import { loadDocument, loadRowsBehind, loadTables, proseAt, type StoredTable } from './load'
import { isLong } from './load-reach'

/** So many rows are held at a time: less than a megabyte. */
const most = 2_000

/**
 * Writes the README of a revision, as `exportReadme` does, piece by piece: a long one is never held as a whole. Null where there is no such
 * revision. History never changes, so the pieces belong together however long reading takes.
 */
export async function streamReadme(db: Db, revision: number): Promise<string | AsyncGenerator<string> | null> {
  if (!(await isLong(db))) return (await exportReadme(db, revision))?.text ?? null
  return piecesOf(db, revision)
}

/** The same of a list of any length, so many rows at a time. */
export async function piecesOf(db: Db, revision: number, rows = most): Promise<AsyncGenerator<string> | null> {
  const document = await loadDocument(db, revision)
  if (!document) return null
  const tables = await loadTables(db, revision)
  const at = { revision, rows }
  return write(db, at, proseAt(document).map((part) => {
    if ('prose' in part) return part.prose
    const table = tables.get(part.section)
    if (!table) throw new Error(`revision ${revision} lists the section ${part.section}, which has no table`)
    return table
  }))
}

interface At {
  revision: number
  rows: number
}

async function* write(db: Db, at: At, parts: readonly (string | StoredTable)[]): AsyncGenerator<string> {
  for (const part of parts) {
    if (typeof part === 'string') yield part
    else yield* tableOf(db, at, part)
  }
}

/** A table's lines; each piece waits for the next, as the document's last line may have no line end. */
async function* tableOf(db: Db, { revision, rows: step }: At, { id, frame }: StoredTable): AsyncGenerator<string> {
  let last = frameLines(frame).join('')
  for (let after = ''; ; ) {
    const rows = await loadRowsBehind(db, revision, { section: id, after, most: step })
    if (rows.length > 0) {
      yield last
      last = rows.map((row) => rowLine(frame, row)).join('')
    }
    if (rows.length < step) break
    after = rows.at(-1)?.rank ?? ''
  }
  yield frame.openEnd ? last.replace(/(\r\n|\r|\n)$/, '') : last
}
