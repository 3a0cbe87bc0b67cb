import { generateNKeysBetween } from 'fractional-indexing'
import { randomUUID } from 'node:crypto'
import type { EntryKind } from '@/lib/catalog/entry'
import { recordOf } from '@/lib/catalog/record'
import { slugTaker } from '@/lib/catalog/fold'
import { slugSource } from '@/lib/catalog/section-name'
import { insertEntries } from '@/lib/catalog/store'
import type { Db } from '@/lib/db'
import { fail, ok, type Result } from '@/lib/errors'
import type { PrismaClient } from '@/prisma/generated/client'
import { decodeUtf8 } from './bytes'
import { parse, type Part, type Problem, type Section } from './parse'
import type { StoredParts } from './stored'

/** What an import brought in. */
export interface Imported {
  revision: number
  sections: number
  models: number
  datasets: number
  /** Rows of other tables. */
  others: number
  problems: Problem[]
}

/**
 * Imports a README's bytes into an empty catalog, in one transaction: all of it or nothing. Fails as `invalid` where the
 * bytes are not UTF-8, hold a NUL or list no entries, as `conflict` where the catalog is not empty.
 */
export async function importReadme(db: PrismaClient, bytes: Uint8Array, actorId: string | null): Promise<Result<Imported>> {
  const text = decodeUtf8(bytes)
  if (!text.ok) return text
  if (text.value.includes('\0')) {
    const line = text.value.slice(0, text.value.indexOf('\0')).split(/\r\n?|\n/).length
    return fail('invalid', `Line ${line} holds a NUL character, which the database cannot keep: remove it.`)
  }
  const readme = parse(text.value)
  const sections = readme.parts.flatMap((part) => ('section' in part ? [part.section] : []))
  if (sections.length === 0) return fail('invalid', 'This README has no table, so there is nothing to import.')
  return db.$transaction(
    async (tx) => {
      const [document] = await tx.$queryRaw<{ revision: number }[]>`SELECT revision FROM document WHERE id = 1 FOR UPDATE`
      if (!document) throw new Error('the document row is missing: the migrations were not applied')
      if (document.revision > 0) return fail('conflict', `The catalog is not empty: it is at revision ${document.revision}.`)
      await write(tx, readme.parts, actorId)
      return ok({
        revision: 1,
        sections: sections.length,
        models: count(sections, 'model'),
        datasets: count(sections, 'dataset'),
        others: count(sections, 'table'),
        problems: readme.problems,
      })
    },
    { timeout: 600_000 },
  )
}

function count(sections: readonly Section[], kind: EntryKind): number {
  return sections.filter((section) => section.kind === kind).reduce((sum, { rows }) => sum + rows.length, 0)
}

async function write(tx: Db, parts: readonly Part[], actorId: string | null): Promise<void> {
  await tx.catalogRevision.create({ data: { number: 1 } })
  const slugs = { section: slugTaker(), model: slugTaker(), dataset: slugTaker(), table: slugTaker() }
  const stored: StoredParts = []
  for (const part of parts) {
    if ('prose' in part) stored.push(part)
    else stored.push({ section: await writeSection(tx, part.section, stored.filter((p) => 'section' in p).length, slugs) })
  }
  await tx.documentRevision.create({ data: { catalogRevision: 1, parts: stored } })
  await tx.document.update({ where: { id: 1 }, data: { revision: 1, parts: stored } })
  await tx.event.create({ data: { kind: 'imported', actorId, catalogRevision: 1 } })
}

async function writeSection(
  tx: Db,
  { kind, heading, frame, rows }: Section,
  ordinal: number,
  slugs: Record<'section' | EntryKind, (name: string) => string>,
): Promise<string> {
  const slug = slugs.section(slugSource(heading, kind))
  const data = { slug, kind, heading, ordinal, frame, size: rows.length }
  const { id } = await tx.section.create({ data, select: { id: true } })
  await tx.sectionRevision.create({ data: { sectionId: id, catalogRevision: 1, heading, frame } })
  const ranks = generateNKeysBetween(null, null, rows.length)
  const entries = rows.map((row, index) => ({
    ...{ id: randomUUID(), kind, sectionId: id, row, rank: ranks[index] as string },
    slug: slugs[kind](recordOf(kind, frame.columns, row.cells).name),
  }))
  await insertEntries(tx, frame, 1, entries)
  return id
}
