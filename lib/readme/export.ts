import type { Db } from '@/lib/db'
import { tableText } from './frame'
import { currentRevision, loadDocument, loadRows, loadTables, proseAt } from './load'

/** A README as the portal writes it. */
export interface Exported {
  revision: number
  text: string
}

/** Writes the README of a revision, by default of the current one; null where there is no such revision. */
export async function exportReadme(db: Db, revision?: number): Promise<Exported | null> {
  const wanted = revision ?? (await currentRevision(db))
  const document = await loadDocument(db, wanted)
  if (!document) return null
  const [tables, rows] = await Promise.all([loadTables(db, wanted), loadRows(db, wanted)])
  const texts = proseAt(document).map((part) => {
    if ('prose' in part) return part.prose
    const table = tables.get(part.section)
    if (!table) throw new Error(`revision ${wanted} lists the section ${part.section}, which has no table`)
    return tableText(table.frame, rows.get(part.section) ?? [])
  })
  return { revision: wanted, text: texts.join('') }
}
