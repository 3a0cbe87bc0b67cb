import type { Db } from '@/lib/db'
import { loadReadme } from './load'
import { textAlone } from './load-reach'
import type { Readme, Section } from './parse'

/**
 * The README of a revision without its tables' rows, whose number does not matter then: all that changing the text around the tables
 * needs. Throws where there is no such revision.
 */
export async function loadOutline(db: Db, revision: number): Promise<Readme> {
  const { parts, problems } = await loadReadme(db, revision, textAlone)
  return { parts: parts.map((part) => ('prose' in part ? part : { section: withoutMark(part.section) })), problems }
}

function withoutMark({ unread: _, ...section }: Section): Section {
  return section
}
