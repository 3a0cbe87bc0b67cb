import { expect, it } from 'vitest'
import type { Db } from '@/lib/db'
import { parse } from '@/lib/readme/parse'
import { insertEntries } from './store'

const { parts } = parse('| Model | Base |\n| --- | --- |\n| A | BERT + T5 |\n')
const section = parts.flatMap((part) => ('section' in part ? [part.section] : []))[0]

it('writes a long list in statements of a bounded length, and all of it', async () => {
  const written: Record<string, number[]> = {}
  const table = (name: string) => ({
    createMany: async ({ data }: { data: unknown[] }) => void (written[name] ??= []).push(data.length),
  })
  const names = ['entry', 'entryRevision', 'entryTerm', 'entryIdentity']
  const db = Object.fromEntries(names.map((name) => [name, table(name)])) as unknown as Db
  if (!section) throw new Error('no section')
  const entries = Array.from({ length: 1_201 }, (_, index) => ({
    ...{ id: String(index), kind: section.kind, sectionId: 's', slug: `a-${index}`, rank: String(index) },
    row: { cells: [`A ${index}`, 'BERT + T5'], verbatim: null },
  }))
  await insertEntries(db, section.frame, 1, entries)
  expect(written).toEqual({ entry: [500, 500, 201], entryRevision: [500, 500, 201], entryTerm: [1_000, 1_000, 402], entryIdentity: [500, 500, 201] })
})
