import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Viewer } from '@/lib/auth/policy'
import { currentRevision } from '@/lib/readme/load'
import type { PrismaClient } from '@/prisma/generated/client'
import { freshCatalog, person } from '@/scripts/testing/database'
import { sent as sentBy } from '@/scripts/testing/proposals'
import type { ProposalInput } from './change'
import { claimReview, releaseReview } from './claims'
import { comment } from './comments'
import { decideProposal } from './decide'
import { proposalView } from './queries'
import { nextInQueue, queue } from './queue'
import type { QueueFilter } from './queue-filter'
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

const sent = (by: Viewer, ...names: Parameters<typeof models>) => sentBy(db, by, ...models(...names).changes)

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

describe('the filters', () => {
  let catalog: PrismaClient
  let researcher: Viewer, regular: Viewer, reviewer: Viewer
  const ids: Record<string, number> = {}
  const filtered = async (filter: QueueFilter, now = new Date()) => {
    const page = await queue(catalog, reviewer, { filter, now })
    if (!page.ok) throw new Error(page.message)
    return page.value.items.map(({ id }) => Object.keys(ids).find((name) => ids[name] === id))
  }
  const send = async (name: string, by: Viewer, change: ProposalInput['changes'][number]) => {
    const result = await submitProposal(catalog, by, { changes: [change] })
    if (!result.ok) throw new Error(result.message)
    ids[name] = result.value.id
  }
  const dataset = (name: string): ProposalInput['changes'][number] => ({
    ...{ op: 'add', section: 'text' },
    entry: { kind: 'dataset', fields: { name, papers: [], description: null, links: [] } },
  })
  const subfield = async (key: string, value: string): Promise<ProposalInput['changes'][number]> => ({
    ...{ op: 'edit', section: 'language-models', key, base: await currentRevision(catalog) },
    entry: { kind: 'model', fields: { subfield: value } },
  })

  beforeAll(async () => {
    catalog = await freshCatalog()
    ;[researcher, regular, reviewer] = [await person(catalog, 'Newcomer'), await person(catalog, 'Regular'), await person(catalog, 'Reviewer', 'maintainer')]
    await send('accepted', regular, dataset('Accepted'))
    await decideProposal(catalog, reviewer, { proposal: ids.accepted ?? 0, version: 1, verdict: 'accepted' }, new Date())
    await send('new dataset', researcher, dataset('Unseen'))
    await send('twin', regular, dataset('MIMIC-III'))
    await send('edit', regular, await subfield('biomistral', 'Clinic'))
    await send('other edit', researcher, await subfield('biomistral', 'Surgery'))
    await send('import', reviewer, dataset('By hand'))
    await catalog.proposal.update({ where: { id: ids.import ?? 0 }, data: { kinds: ['text', 'dataset'], sections: ['text', 'drug'] } })
  })
  afterAll(() => catalog.$disconnect())

  it.each<[QueueFilter, string[]]>([
    [{}, ['new dataset', 'twin', 'edit', 'other edit', 'import']],
    [{ kind: 'model' }, ['edit', 'other edit']],
    [{ kind: 'text' }, ['import']],
    [{ kind: 'table' }, []],
    [{ section: 'drug' }, ['import']],
    [{ section: 'text', kind: 'dataset', newcomer: 'yes' }, ['new dataset', 'import']],
    [{ duplicates: 'yes' }, ['twin']],
    [{ newcomer: 'yes' }, ['new dataset', 'other edit', 'import']],
    [{ moved: 'yes' }, []],
    [{ mine: 'yes' }, []],
    [{ age: 'day' }, []],
  ])('%j leave %j', async (filter, names) => expect(await filtered(filter)).toEqual(names))

  it('go by how long a proposal waits', async () => {
    const later = new Date(Date.now() + 8 * 86_400_000)
    expect(await filtered({ age: 'week' }, later)).toHaveLength(5)
    expect(await filtered({ age: 'month' }, later)).toEqual([])
  })

  it('count what each would leave', async () => {
    const page = await queue(catalog, reviewer)
    expect(page.ok && page.value.counts).toEqual({
      ...{ total: 5, newcomers: 3, mine: 0 },
      kinds: [{ kind: 'dataset', count: 3 }, { kind: 'model', count: 2 }, { kind: 'text', count: 1 }],
      sections: [{ slug: 'text', heading: 'Text', count: 3 }, { slug: 'language-models', heading: 'Language Models', count: 2 }, { slug: 'drug', heading: 'Drug', count: 1 }],
    })
  })

  it('find what one says to be reviewing, for half an hour', async () => {
    const at = new Date()
    const claimed = await claimReview(catalog, reviewer, ids.edit ?? 0, at)
    expect(claimed).toEqual({ ok: true, value: { id: ids.edit, until: new Date(at.getTime() + 30 * 60_000) } })
    await claimReview(catalog, reviewer, ids.edit ?? 0, at)
    expect(await filtered({ mine: 'yes' }, at)).toEqual(['edit'])
    const second = await person(catalog, 'Second', 'maintainer')
    expect(await claimReview(catalog, second, ids.edit ?? 0, at)).toMatchObject({ code: 'conflict', message: 'Reviewer is reviewing it.' })
    await releaseReview(catalog, second, ids.edit ?? 0)
    const later = new Date(at.getTime() + 30 * 60_000)
    expect(await filtered({ mine: 'yes' }, later)).toEqual([])
    expect(await claimReview(catalog, second, ids.edit ?? 0, later)).toMatchObject({ ok: true })
    expect(await proposalView(catalog, reviewer, ids.edit ?? 0, later)).toMatchObject({ value: { claim: { reviewer: { name: 'Second' } } } })
    expect(await proposalView(catalog, regular, ids.edit ?? 0, later)).toMatchObject({ value: { claim: null, record: null, others: [] } })
    await releaseReview(catalog, second, ids.edit ?? 0)
    await releaseReview(catalog, second, ids.edit ?? 0)
    expect(await catalog.event.groupBy({ by: ['kind'], where: { proposalId: ids.edit ?? 0 }, _count: true, orderBy: { kind: 'asc' } })).toMatchObject([
      { kind: 'submitted', _count: 1 }, { kind: 'claimed', _count: 2 }, { kind: 'released', _count: 1 },
    ])
    expect(await claimReview(catalog, reviewer, ids.accepted ?? 0, at)).toMatchObject({ code: 'conflict', message: 'It does not wait for a decision.' })
  })

  it('find what the catalog changed since, and its page names the others about the same entry', async () => {
    expect(await proposalView(catalog, reviewer, ids.edit ?? 0, new Date())).toMatchObject({ value: { others: [{ id: ids['other edit'], title: 'Edit BioMistral' }], record: { accepted: 1, open: 2 } } })
    await decideProposal(catalog, reviewer, { proposal: ids.edit ?? 0, version: 1, verdict: 'accepted' }, new Date())
    expect(await filtered({ moved: 'yes' })).toEqual(['other edit'])
  })
})

describe('comments', () => {
  it('are read by the proposer and the maintainers, in their order, and are never rewritten', async () => {
    const id = await sent(ada, ['Commented'])
    expect(await comment(db, max, { proposal: id, body: ' Which **data**? ' })).toMatchObject({ ok: true })
    await comment(db, ada, { proposal: id, body: 'MIMIC.' })
    const view = await proposalView(db, ada, id, new Date())
    expect(view).toMatchObject({ value: { version: 1, comments: [{ author: 'Max', version: 1, body: 'Which **data**?' }, { author: 'Ada', body: 'MIMIC.' }] } })
    expect(await comment(db, max, { proposal: id, body: ' ' })).toMatchObject({ code: 'invalid', fields: { body: 'Say something.' } })
    expect(await db.event.count({ where: { proposalId: id, kind: 'commented' } })).toBe(2)
    await expect(db.$executeRaw`UPDATE comment SET body = 'x'`).rejects.toThrow(/append-only/)
  })
})
