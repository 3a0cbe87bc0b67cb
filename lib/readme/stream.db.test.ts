import { afterEach, expect, it } from 'vitest'
import { connect } from '@/lib/db'
import type { PrismaClient } from '@/prisma/generated/client'
import { freshDatabase, seedBytes } from '../../scripts/testing/database'
import { exportReadme } from './export'
import { importReadme } from './import'
import { piecesOf } from './stream'

let db: PrismaClient

afterEach(() => db.$disconnect())

const table = (rows: number, end: string) => `# A list\n\n| Title | Year |\n| --- | --- |\n${Array.from({ length: rows }, (_, at) => `| Row ${at} | 2020 |`).join('\n')}${end}`

it.each([
  ['the seed', async () => String(await seedBytes())],
  ['more rows than are held at a time', () => table(21, '\n')],
  ['as many, without a last line end', () => table(20, '')],
])('writes %s as the export does, piece by piece', async (_, make) => {
  db = connect(await freshDatabase())
  const text = await make()
  const imported = await importReadme(db, Buffer.from(text), null)
  if (!imported.ok) throw new Error(imported.message)
  const pieces: string[] = []
  for await (const piece of (await piecesOf(db, 1, 10)) ?? []) pieces.push(piece)
  expect(pieces.join('')).toBe(text)
  expect((await exportReadme(db, 1))?.text).toBe(text)
  expect(await piecesOf(db, 2)).toBeNull()
})
