import type { Db } from '@/lib/db'
import { loadReadme } from './load'
import { isLong, textAlone } from './load-reach'
import type { Part, Readme } from './parse'

/**
 * The README of a revision for whoever changes the text around its tables: of a long list each table has one row in the place of all its
 * rows, which says whose it is, so that tables are told apart when the text is read again.
 */
export async function loadText(db: Db, revision: number): Promise<Readme> {
  if (!(await isLong(db))) return loadReadme(db, revision)
  const { parts, problems } = await loadReadme(db, revision, textAlone)
  return { parts: parts.map(withOneRow), problems }
}

function withOneRow(part: Part): Part {
  if ('prose' in part) return part
  const { key, frame, unread = 0 } = part.section
  const cells = frame.columns.map((_, index) => (index === 0 ? `The rows of ${key}` : '-'))
  return { section: { ...part.section, rows: [{ key: `rows-of-${key}`, cells, verbatim: null }], unread } }
}
