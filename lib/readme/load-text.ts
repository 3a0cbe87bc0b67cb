import type { Db } from '@/lib/db'
import { loadReadme, loadTables, type StoredReadme } from './load'
import { proseAlone, textAlone } from './load-reach'
import type { Readme, Section } from './parse'
import { unseenFrame } from './reach'

/**
 * The README of a revision without its tables' rows, whose number does not matter then: all that changing the text around the tables
 * needs. Throws where there is no such revision.
 */
export async function loadOutline(db: Db, revision: number): Promise<Readme> {
  const { parts, problems } = await loadReadme(db, revision, textAlone)
  return { parts: parts.map((part) => ('prose' in part ? part : { section: withoutMark(part.section) })), problems }
}

/** The same of which no tables are looked at but those of some sections, by their keys: such as tell what another text makes of the list. */
export async function loadNear(db: Db, revision: number, near: (outline: Readme) => readonly string[]): Promise<StoredReadme> {
  const outline = await loadReadme(db, revision, proseAlone)
  const tables = await loadTables(db, revision, near(outline).flatMap((key) => outline.ids.get(key) ?? []))
  const withFrame = (section: Section): Section => {
    const table = tables.get(outline.ids.get(section.key) ?? '')
    return { ...section, heading: table?.heading ?? section.heading, frame: table?.frame ?? unseenFrame }
  }
  return { ...outline, parts: outline.parts.map((part) => ('prose' in part ? part : { section: withFrame(part.section) })) }
}

function withoutMark({ unread: _, ...section }: Section): Section {
  return section
}
