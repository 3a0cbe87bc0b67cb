import { expect, it } from 'vitest'
import type { Db } from '@/lib/db'
import { parse } from '@/lib/readme/parse'
import { insertEntries } from './store'

const { parts } = parse('| Model | Base |\n| --- | --- |\n| A | BERT + T5 |\n')
const section = parts.flatMap((part) => ('section' in part ? [part.section] : []))[0]

it('writes a long list in statements of a bounded length, and all of it', async () => {
  const written: Record<string, number[]> = {}
  const $executeRaw = async ([statement = '']: TemplateStringsArray, ...values: unknown[]) => {
    const [, table = ''] = /INSERT INTO (\w+)/.exec(statement) ?? []
    const list = values.find((value) => typeof value === 'string' || Array.isArray(value))
    ;(written[table] ??= []).push((typeof list === 'string' ? (JSON.parse(list) as unknown[]) : (list as unknown[])).length)
  }
  if (!section) throw new Error('no section')
  const entries = Array.from({ length: 1_201 }, (_, index) => ({
    ...{ id: String(index), kind: section.kind, sectionId: 's', slug: `a-${index}`, rank: String(index) },
    row: { cells: [`A ${index}`, 'BERT + T5'], verbatim: null },
  }))
  await insertEntries({ $executeRaw } as unknown as Db, section.frame, 1, entries)
  // What searches go by is many words a row, and each word once.
  const { search_word: words = [], facet_count: facets, ...rows } = written
  expect([rows, facets, words.length]).toEqual([{ entry: [500, 500, 201], entry_revision: [500, 500, 201], entry_term: [1_000, 1_000, 402], entry_identity: [500, 500, 201], entry_search: [500, 500, 201] }, [4, 4, 4], 3])
})
