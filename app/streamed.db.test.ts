import { afterAll, beforeAll, expect, it } from 'vitest'
import { connect } from '@/lib/db'
import { importReadme } from '@/lib/readme/import'
import { currentRevision } from '@/lib/readme/load'
import type { PrismaClient } from '@/prisma/generated/client'
import { freshDatabase, seedBytes } from '@/scripts/testing/database'
import { accepted, newDataset } from '@/scripts/testing/proposals'
import { atOnce, catalogFile } from './streamed'

let db: PrismaClient
beforeAll(async () => {
  const url = await freshDatabase()
  Object.assign(process.env, { DATABASE_URL: url, NEXTAUTH_SECRET: 'for the tests of the files of the list', NEXTAUTH_URL: 'http://localhost:3000' })
  db = connect(url)
  await importReadme(db, await seedBytes(), null)
})
afterAll(() => db.$disconnect())

const request = new Request('http://localhost:3000/search.csv')

/** Makes a file of the revision that the list has by then; each time so many proposals are accepted first. */
async function asked(acceptances: number[], revision?: number) {
  const seen: number[] = []
  const response = await catalogFile(request, async (snapshot) => {
    seen.push(snapshot.revision)
    for (let left = acceptances.shift() ?? 0; left > 0; left--) await accepted(db, [newDataset(`Set ${await currentRevision(db)}`)])
    return { type: 'text/plain', pieces: atOnce(String(await currentRevision(db))) }
  }, revision)
  return { seen, of: response.headers.get('catalog-revision'), text: await response.text() }
}

it('is of one revision, the one that it names, also where the list moves on while it is begun', async () => {
  expect(await asked([])).toEqual({ seen: [1], of: '1', text: '1' })
  expect(await asked([1])).toEqual({ seen: [1, 2], of: '2', text: '2' })
  expect(await asked([1], 1)).toEqual({ seen: [1], of: '1', text: '3' })
})

it('is given up to be so where the list never stands still', async () => {
  expect(await asked([1, 1, 1])).toMatchObject({ seen: [3, 4, 5], of: '5' })
})
