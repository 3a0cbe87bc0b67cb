import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Viewer } from '@/lib/auth/policy'
import type { PrismaClient } from '@/prisma/generated/client'
import { freshCatalog, person } from '@/scripts/testing/database'
import { decideProposal } from './decide'
import { proposalView } from './queries'
import { nextInQueue, queue } from './queue'
import { reviseProposal, submitProposal } from './service'

let db: PrismaClient
let ada: Viewer, max: Viewer
beforeAll(async () => {
  db = await freshCatalog()
  ada = await person(db, 'Ada')
  max = await person(db, 'Max', 'maintainer')
})
afterAll(() => db.$disconnect())

const biomistral = { label: 'BioMistral', url: 'https://arxiv.org/abs/2402.10373v2' }
const clip = { label: 'Github', url: 'https://github.com/openai/CLIP' }

function models(...names: [name: string, paper?: typeof clip][]) {
  const entry = (name: string, paper: typeof clip | null) => ({ name, subfield: null, paper, code: null, base: [], data: [], starred: false })
  return {
    changes: names.map(([name, paper = null]) => ({
      ...{ op: 'add' as const, section: 'language-models' },
      entry: { kind: 'model' as const, fields: entry(name, paper) },
    })),
  }
}

async function sent(by: Viewer, ...names: Parameters<typeof models>): Promise<number> {
  const result = await submitProposal(db, by, models(...names))
  if (!result.ok) throw new Error(result.message)
  return result.value.id
}

it('counts the duplicates that each proposal’s page shows', async () => {
  const alone = await sent(ada, ['Nothing like it'])
  const two = await sent(ada, ['Twin', biomistral], ['BioMistral', biomistral])
  const twin = await sent(max, ['twin'])
  const rejected = await sent(max, ['Twin'])
  await decideProposal(db, await person(db, 'Mia', 'maintainer'), { proposal: rejected, version: 1, verdict: 'rejected', reason: 'No.' }, new Date())
  const revised = await sent(max, ['TWIN'])
  await reviseProposal(db, max, { proposal: revised, version: 1, input: models(['Another']) })

  const listed = await queue(db, max)
  if (!listed.ok) throw new Error(listed.message)
  const counts = new Map(listed.value.items.map(({ id, duplicates }) => [id, duplicates]))
  // The entry by its arXiv id, for both changes; the other open proposal by its name. A decided one, and a version that was replaced, count no more.
  expect(counts).toEqual(new Map([[alone, 0], [two, 3], [twin, 1], [revised, 0]]))
  for (const [id, count] of counts) {
    const page = await proposalView(db, max, id, new Date())
    expect(page.ok && page.value.changes.flatMap(({ duplicates }) => duplicates)).toHaveLength(count)
  }
})

it('leads to the oldest other proposal that is not one’s own', async () => {
  const [first, second] = [await sent(max, ['Mine']), await sent(ada, ['Hers'])]
  const waiting = await queue(db, max)
  const others = waiting.ok ? waiting.value.items.filter(({ own }) => !own).map(({ id }) => id) : []
  expect(await nextInQueue(db, max, first)).toEqual({ ok: true, value: others[0] })
  expect(await nextInQueue(db, max, others[0] ?? 0)).toEqual({ ok: true, value: others[1] })
  expect(others).toContain(second)
})
