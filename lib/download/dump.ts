import { createHash } from 'node:crypto'
import { entryStates } from '@/lib/api/entry-states'
import { tellRevision } from '@/lib/api/represent'
import { readCells, type EntryKind } from '@/lib/catalog/entry'
import { keyOf, sectionsAt, type SectionAt } from '@/lib/api/frames'
import { listRevisions } from '@/lib/api/revision-list'
import type { Snapshot } from '@/lib/api/snapshot'
import type { Db } from '@/lib/db'
import { formats, type Listing } from './formats'

/** What a dump is of. */
export interface Dumped {
  origin: string
  name: string
  snapshot: Snapshot
}

/** So many rows are read at once, so that a dump of any size takes as little memory. */
const batch = 500
const beginning = '00000000-0000-0000-0000-000000000000'

/** The entries of one kind as CSV, in the order of their ids. */
export async function* dumpCsv(db: Db, kind: EntryKind, { origin, name, snapshot }: Dumped): AsyncGenerator<string> {
  const listing: Listing = { origin, list: name, title: name, revision: snapshot.revision, at: snapshot.at, kinds: [kind] }
  const section = { heading: '', columns: [], header: [], align: [] }
  const { head, entry: write } = formats.csv.begin(listing)
  yield head
  for await (const ids of idsOf(db, kind)) {
    yield (await entryStates(db, ids, snapshot.revision)).map((entry) => write(entry, section, 0)).join('')
  }
}

/**
 * The whole catalog with its history, a JSON object a line: enough to write the README of every revision up to this one. The last line
 * has the sha256 of all lines before it.
 */
export async function* dumpAll(db: Db, dumped: Dumped): AsyncGenerator<string> {
  const digest = createHash('sha256')
  let lines = 0
  for await (const objects of objectsOf(db, dumped)) {
    const text = objects.map((object) => `${JSON.stringify(object)}\n`).join('')
    digest.update(text)
    lines += objects.length
    yield text
  }
  yield `${JSON.stringify({ type: 'end', lines, sha256: digest.digest('hex') })}\n`
}

async function* objectsOf(db: Db, { origin, name, snapshot }: Dumped): AsyncGenerator<object[]> {
  const { revision, at } = snapshot
  yield [{ type: 'catalog', format: 1, name, url: origin, revision, at: at.toISOString() }]
  yield await sectionObjects(db, revision)
  yield* revisionObjects(db, origin, snapshot)
  yield* documentObjects(db, revision)
  for await (const ids of idsOf(db)) yield await entryObjects(db, ids, revision)
}

async function sectionObjects(db: Db, revision: number): Promise<object[]> {
  const found = await db.sectionRevision.findMany({
    where: { catalogRevision: { lte: revision } },
    select: { sectionId: true, catalogRevision: true, heading: true, frame: true, section: { select: { slug: true, kind: true } } },
    orderBy: [{ catalogRevision: 'asc' }, { sectionId: 'asc' }],
  })
  return found.map(({ sectionId, catalogRevision, heading, frame, section: { slug, kind } }) => ({ type: 'section', id: sectionId, slug, kind, revision: catalogRevision, heading, frame }))
}

async function* revisionObjects(db: Db, origin: string, snapshot: Snapshot): AsyncGenerator<object[]> {
  for (let cursor: string | undefined, more = true; more; ) {
    const page = await listRevisions(db, snapshot, { limit: batch, cursor })
    if (!page.ok) throw new Error(page.message)
    const numbers = page.value.items.map((item) => item.revision)
    const dates = new Map((await db.catalogRevision.findMany({ where: { number: { in: numbers } }, select: { number: true, updated: true } })).map(({ number, updated }) => [number, updated]))
    yield page.value.items.map((item) => ({ type: 'revision', ...tellRevision(origin, item), updated: dates.get(item.revision) ?? null }))
    more = page.value.next !== null
    cursor = page.value.next ?? undefined
  }
}

// One by one: a document's prose may be long, and few proposals change it.
async function* documentObjects(db: Db, revision: number): AsyncGenerator<object[]> {
  for (let after = 0; ; ) {
    const found = await db.documentRevision.findFirst({ where: { catalogRevision: { gt: after, lte: revision } }, orderBy: { catalogRevision: 'asc' } })
    if (!found) return
    after = found.catalogRevision
    yield [{ type: 'document', revision: after, parts: found.parts }]
  }
}

async function entryObjects(db: Db, ids: readonly string[], revision: number): Promise<object[]> {
  const found = await db.entryRevision.findMany({
    where: { entryId: { in: [...ids] }, catalogRevision: { lte: revision } },
    include: { entry: { select: { kind: true, slug: true } } },
    orderBy: [{ entryId: 'asc' }, { number: 'asc' }],
  })
  const sections = await sectionsAt(db, found.map((row) => ({ sectionId: row.sectionId, revision: row.catalogRevision })))
  return found.map(({ entryId, number, catalogRevision, sectionId, rank, name, cells, verbatim, removed, entry: { kind, slug } }) => {
    const { frame } = sections.get(keyOf({ sectionId, revision: catalogRevision })) as SectionAt
    const { fields, raw, more } = readCells(kind, frame.columns, cells)
    return { type: 'entry', id: entryId, kind, slug, number, revision: catalogRevision, section: sectionId, rank, name, removed, cells, verbatim, fields, raw, more }
  })
}

async function* idsOf(db: Db, kind?: EntryKind): AsyncGenerator<string[]> {
  for (let after = beginning, more = true; more; ) {
    const found = await db.entry.findMany({ where: { id: { gt: after }, ...(kind && { kind }) }, select: { id: true }, orderBy: { id: 'asc' }, take: batch })
    if (found.length > 0) yield found.map(({ id }) => id)
    more = found.length === batch
    after = found.at(-1)?.id ?? after
  }
}

/** A file of a dump. */
export interface DumpFile {
  name: string
  type: string
  write(db: Db, dumped: Dumped): AsyncGenerator<string>
}

/** Everything that can be had of a revision, beside its README. */
export const dumpFiles: readonly DumpFile[] = [
  { name: 'catalog.ndjson', type: 'application/x-ndjson; charset=utf-8', write: dumpAll },
  { name: 'models.csv', type: formats.csv.type, write: (db, dumped) => dumpCsv(db, 'model', dumped) },
  { name: 'datasets.csv', type: formats.csv.type, write: (db, dumped) => dumpCsv(db, 'dataset', dumped) },
  { name: 'entries.csv', type: formats.csv.type, write: (db, dumped) => dumpCsv(db, 'table', dumped) },
]

/** What a file of a dump must be, for whoever fetched it to check. */
export interface Checksum {
  name: string
  url: string
  type: string
  bytes: number
  sha256: string
}

// A revision's files never change, and summing them reads all of it: so the last few are kept, and one is made at a time.
const kept = new Map<string, Promise<Checksum[]>>()
const mostKept = 4
let before: Promise<unknown> = Promise.resolve()

/** The checksums of a revision's files. */
export function checksums(db: Db, dumped: Dumped): Promise<Checksum[]> {
  const key = `${dumped.origin} ${dumped.snapshot.revision}`
  const known = kept.get(key)
  if (known) return known
  const made = before.then(() => sumAll(db, dumped))
  before = made.catch(() => kept.delete(key))
  kept.set(key, made)
  for (const oldest of [...kept.keys()].slice(0, Math.max(0, kept.size - mostKept))) kept.delete(oldest)
  return made
}

async function sumAll(db: Db, dumped: Dumped): Promise<Checksum[]> {
  const sums: Checksum[] = []
  for (const { name, type, write } of dumpFiles) {
    const digest = createHash('sha256')
    let bytes = 0
    for await (const piece of write(db, dumped)) {
      digest.update(piece)
      bytes += Buffer.byteLength(piece)
    }
    sums.push({ name, url: `${dumped.origin}/r/${dumped.snapshot.revision}/${name}`, type, bytes, sha256: digest.digest('hex') })
  }
  return sums
}

