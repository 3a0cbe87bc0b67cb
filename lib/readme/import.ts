import type { EntryKind } from '@/lib/catalog/entry'
import type { Db } from '@/lib/db'
import { fail, ok, type Result } from '@/lib/errors'
import type { PrismaClient } from '@/prisma/generated/client'
import { decodeReadme } from './bytes'
import { parse, sectionsOf, type Problem, type Readme, type Section } from './parse'
import { storeReadme } from './store-readme'

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
  const text = decodeReadme(bytes)
  if (!text.ok) return text
  const readme = parse(text.value)
  const sections = sectionsOf(readme.parts)
  if (sections.length === 0) return fail('invalid', 'This README has no table, so there is nothing to import.')
  return db.$transaction(
    async (tx) => {
      const [document] = await tx.$queryRaw<{ revision: number }[]>`SELECT revision FROM document WHERE id = 1 FOR UPDATE`
      if (!document) throw new Error('the document row is missing: the migrations were not applied')
      if (document.revision > 0) return fail('conflict', `The catalog is not empty: it is at revision ${document.revision}.`)
      await write(tx, readme, actorId)
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

async function write(tx: Db, readme: Readme, actorId: string | null): Promise<void> {
  await tx.catalogRevision.create({ data: { number: 1 } })
  await storeReadme(tx, { revision: 1, before: { parts: [], problems: [], ids: new Map() }, after: readme, keepsDate: true })
  await tx.document.update({ where: { id: 1 }, data: { revision: 1 } })
  await tx.event.create({ data: { kind: 'imported', actorId, catalogRevision: 1 } })
}
