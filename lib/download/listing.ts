import { entryStates } from '@/lib/api/entry-states'
import type { EntryAt } from '@/lib/api/represent'
import { listSections, type SectionListed } from '@/lib/api/section-list'
import type { Snapshot } from '@/lib/api/snapshot'
import type { Db } from '@/lib/db'
import { loadEntriesBehind } from '@/lib/readme/load'
import type { Format, ListedSection, Listing } from './formats'

/** Some entries of a section. */
export interface Part {
  section: ListedSection
  entries: EntryAt[]
}

/** So many entries are read at once. */
const batch = 500

/** What a format says of a section. */
export function partOf({ heading, frame: { columns, header, align } }: Pick<SectionListed, 'heading' | 'frame'>): ListedSection {
  return { heading, columns, header, align }
}

/** The entries of sections in the README's order, read as they are taken: out of the history, which no acceptance changes meanwhile. */
export async function* entriesListed(db: Db, { revision }: Snapshot, sections: readonly SectionListed[]): AsyncGenerator<Part> {
  for (const { id, ...rest } of sections) {
    const section = partOf(rest)
    for (let after = '', more = true; more; ) {
      const rows = await loadEntriesBehind(db, revision, { section: id, after, most: batch })
      const states = new Map((await entryStates(db, rows.map((row) => row.id), revision)).map((state) => [state.id, state]))
      yield { section, entries: rows.flatMap((row) => states.get(row.id) ?? []) }
      more = rows.length === batch
      after = rows.at(-1)?.rank ?? ''
    }
  }
}

/** The entries that are named, as they are now: those that are there, in the order in which they are named, each with its section. */
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
  const { head, foot, ...write } = format.begin(listing)
  yield head
  let index = 0
  let last: ListedSection | undefined
  for await (const { section, entries } of parts) {
    let piece = ''
    for (const entry of entries) {
      if (section !== last) piece += write.section(section)
      last = section
      piece += write.entry(entry, section, index++)
    }
    if (piece !== '') yield piece
  }
  yield foot
}
