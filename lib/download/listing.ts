import { entryStates } from '@/lib/api/entry-states'
import type { EntryAt } from '@/lib/api/represent'
import { listSections, type SectionListed } from '@/lib/api/section-list'
import type { Snapshot } from '@/lib/api/snapshot'
import { matchingRows, type Filter } from '@/lib/catalog/queries'
import type { Db } from '@/lib/db'
import type { Format, ListedSection, Listing } from './formats'

/** Some entries of a section. */
export interface Part {
  section: ListedSection
  entries: EntryAt[]
}

/** So many entries are read at once. */
const batch = 500

/** The sections that a view shows, in the README's order. */
export async function sectionsOfView(db: Db, snapshot: Snapshot, filter: Filter): Promise<SectionListed[]> {
  return (await listSections(db, snapshot)).filter(({ slug, kind }) => (filter.section ?? slug) === slug && (filter.kind ?? kind) === kind)
}

/** What a format says of a section. */
export function partOf({ heading, frame: { columns, header, align } }: Pick<SectionListed, 'heading' | 'frame'>): ListedSection {
  return { heading, columns, header, align }
}

/** The entries of a view in the README's order, section by section, read as they are taken. */
export async function* entriesOfView(db: Db, { revision }: Snapshot, sections: readonly SectionListed[], filter: Filter): AsyncGenerator<Part> {
  for (const { id, ...rest } of sections) {
    const section = partOf(rest)
    for (let after: string | undefined, more = true; more; ) {
      const rows = await matchingRows(db, { sectionId: id, filter, after, take: batch })
      const states = new Map((await entryStates(db, rows.map((row) => row.id), revision)).map((state) => [state.id, state]))
      yield { section, entries: rows.flatMap((row) => states.get(row.id) ?? []) }
      more = rows.length === batch
      after = rows.at(-1)?.rank
    }
  }
}

/** The entries that are named, as they are now: those that are there, in the order of their names, each with its section. */
export async function* entriesNamed(db: Db, snapshot: Snapshot, ids: readonly string[]): AsyncGenerator<Part> {
  const states = new Map((await entryStates(db, ids, snapshot.revision)).map((state) => [state.id, state]))
  const sections = new Map((await listSections(db, snapshot)).map((section) => [section.slug, partOf(section)]))
  for (const id of ids) {
    const state = states.get(id)
    const section = state && sections.get(state.section.slug)
    if (state && section) yield { section, entries: [state] }
  }
}

/** The pieces of a file, one behind the other; sections without entries are left out. */
export async function* written(format: Format, listing: Listing, parts: AsyncIterable<Part>): AsyncGenerator<string> {
  yield format.head(listing)
  let index = 0
  let last: ListedSection | undefined
  for await (const { section, entries } of parts) {
    let piece = ''
    for (const entry of entries) {
      if (section !== last) piece += format.section(section)
      last = section
      piece += format.entry(entry, listing, section, index++)
    }
    if (piece !== '') yield piece
  }
  yield format.foot(listing)
}
