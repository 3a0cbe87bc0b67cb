import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Viewer } from '@/lib/auth/policy'
import { connect } from '@/lib/db'
import { decideProposal } from '@/lib/proposals/decide'
import { proposeReadme } from '@/lib/proposals/import'
import type { PrismaClient } from '@/prisma/generated/client'
import { freshDatabase, maintainers } from '@/scripts/testing/database'
import { importReadme } from './import'
import { loadReadme } from './load'

let db: PrismaClient
let mia: Viewer, max: Viewer
beforeAll(async () => {
  db = connect(await freshDatabase())
  ;[mia, max] = await maintainers(db)
})
afterAll(() => db.$disconnect())

type List = Record<string, string[]>

const write = (list: List) =>
  Object.entries(list).map(([heading, rows]) => `## ${heading}\n\n| Title | Year |\n| --- | --- |\n${rows.map((row) => `| ${row} | 2020 |\n`).join('')}`).join('\n')

/** Makes the list the catalog's next revision; answers the sections' keys, and in each the rows'. */
async function become(text: string): Promise<List> {
  const sent = await proposeReadme(db, mia, { bytes: Buffer.from(text), rationale: '' })
  if (!sent.ok) throw new Error(sent.message)
  const decided = await decideProposal(db, max, { proposal: sent.value.id, version: 1, verdict: 'accepted' }, new Date())
  if (!decided.ok) throw new Error(decided.message)
  const { parts } = await loadReadme(db, decided.value.catalogRevision as number)
  return Object.fromEntries(parts.flatMap((part) => ('section' in part ? [[part.section.key, part.section.rows.map(({ key }) => key)]] : [])))
}

// Between two versions a heading or a name that changes is a change of the same thing; so each goes before the next comes.
it('brings back to life what is called as it was, and nothing that is called alike', async () => {
  const [first, rest] = [{ 'Papers 2023': ['One'], 论文: ['Two'], Tools: ['Ed', 'GPT-4'] }, { Tools: ['Ed'] }]
  await importReadme(db, Buffer.from(write(first)), null)
  expect(await become(write(rest))).toEqual({ tools: ['ed'] })
  expect(await become(write({ Papers: ['Three'], 工具: ['Four'], Tools: ['Ed', 'GPT'] }))).toEqual({ papers: ['three'], 'entry-2': ['four'], tools: ['ed', 'gpt'] })
  await become(write(rest))
  expect(await become(write(first))).toEqual({ 'papers-2023': ['one'], entry: ['two'], tools: ['ed', 'gpt-4'] })
})

it('brings sections of one heading back in their order', async () => {
  const tools = write({ Tools: ['Ed'] })
  const editors = ['Vi', 'Ex', 'Nano'].map((name) => `${write({ Editors: [name] })}\n`).join('')
  const all = { editors: ['vi'], 'editors-2': ['ex'], 'editors-3': ['nano'], tools: ['ed'] }
  await become(tools)
  expect(await become(editors + tools)).toEqual(all)
  expect(await become(tools)).toEqual({ tools: ['ed'] })
  expect(await become(editors + tools)).toEqual(all)
})

it('keeps what a table held when it is split, and when it becomes one again', async () => {
  const whole = { Tools: ['Ed', 'Vi', 'Ex', 'Nano'] }
  const table = (rows: string[]) => `| Title | Year |\n| --- | --- |\n${rows.map((row) => `| ${row} | 2020 |\n`).join('')}`
  await become(write(whole))
  const ids = async () => Object.fromEntries((await db.entry.findMany({ where: { removed: false } })).map(({ slug, id }) => [slug, id]))
  const before = await ids()
  const split = `## Tools\n\n${table(['Ed', 'Vi'])}\n## More tools\n\n${table(['Ex', 'Nano'])}`
  expect(await become(split)).toEqual({ tools: ['ed', 'vi'], 'more-tools': ['ex', 'nano'] })
  expect(await ids()).toEqual(before)
  expect(await become(write(whole))).toEqual({ tools: ['ed', 'vi', 'ex', 'nano'] })
  expect(await ids()).toEqual(before)
})
