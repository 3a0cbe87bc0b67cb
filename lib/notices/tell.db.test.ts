import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Viewer } from '@/lib/auth/policy'
import { amendChange } from '@/lib/proposals/amend'
import { comment } from '@/lib/proposals/comments'
import { proposeReadme } from '@/lib/proposals/import'
import { reviseProposal, withdrawProposal } from '@/lib/proposals/service'
import { undoProposal } from '@/lib/proposals/undo'
import type { PrismaClient } from '@/prisma/generated/client'
import { freshCatalog, person, seedBytes } from '@/scripts/testing/database'
import { decided, newDataset, newSubfield, sent } from '@/scripts/testing/proposals'
import { tell } from './tell'
import { unwatch, watch } from './watching'

let db: PrismaClient
let ada: Viewer, mia: Viewer, max: Viewer, wim: Viewer
beforeAll(async () => {
  db = await freshCatalog()
})
afterAll(() => db.$disconnect())
beforeEach(async () => {
  ada = await person(db, 'Ada')
  wim = await person(db, 'Wim')
  mia = await person(db, 'Mia', 'maintainer')
  max = await person(db, 'Max', 'maintainer')
})

/** Who was told what of a proposal, in the order of the telling. */
async function told(proposal: number): Promise<string[]> {
  const found = await db.notice.findMany({ where: { proposalId: proposal }, select: { kind: true, version: true, recipient: { select: { name: true } } }, orderBy: { id: 'asc' } })
  return found.map(({ kind, version, recipient }) => `${recipient.name}: ${kind}${version > 1 ? ` ${version}` : ''}`)
}

let made = 0
const fresh = (section?: string) => newDataset(`Told ${++made}`, section)

describe('whoever proposed', () => {
  it.each([['accepted', 'decided'], ['rejected', 'decided'], ['changes_requested', 'changes_requested']] as const)('is told when it is %s', async (verdict, kind) => {
    const id = await sent(db, ada, fresh())
    await decided(db, mia, id, verdict)
    expect(await told(id)).toEqual([`Ada: ${kind}`])
  })

  it('is told of an amendment', async () => {
    const id = await sent(db, ada, fresh())
    expect(await amendChange(db, mia, { proposal: id, version: 1, ordinal: 0, changes: [fresh()] })).toMatchObject({ ok: true })
    expect(await told(id)).toEqual(['Ada: amended'])
  })

  it('is told that somebody proposes to undo it, and the undo’s own proposer of nothing', async () => {
    const id = await sent(db, ada, fresh())
    await decided(db, mia, id, 'accepted')
    const undo = await undoProposal(db, max, { proposal: id, rationale: '' })
    expect(await told(undo.ok ? undo.value.id : 0)).toEqual(['Ada: undone'])
    const second = await sent(db, ada, fresh())
    await decided(db, mia, second, 'accepted')
    const own = await undoProposal(db, ada, { proposal: second, rationale: '' })
    expect(await told(own.ok ? own.value.id : 0)).toEqual([])
  })
})

describe('whoever took part', () => {
  it('is told of comments and new versions, each but their own', async () => {
    const id = await sent(db, ada, fresh())
    await comment(db, mia, { proposal: id, body: 'Which?' })
    await comment(db, ada, { proposal: id, body: 'This.' })
    await decided(db, max, id, 'changes_requested')
    await reviseProposal(db, ada, { proposal: id, version: 1, input: { changes: [fresh()] } })
    await comment(db, max, { proposal: id, body: 'Good.' })
    expect((await told(id)).slice(0, 3)).toEqual(['Ada: commented', 'Mia: commented', 'Ada: changes_requested'])
    expect((await told(id)).slice(3).toSorted()).toEqual(['Ada: commented 2', 'Max: revised 2', 'Mia: commented 2', 'Mia: revised 2'])
  })

  it('is told nothing once they may not see it', async () => {
    const id = await sent(db, ada, fresh())
    await comment(db, mia, { proposal: id, body: 'Which?' })
    await db.user.update({ where: { id: mia.id }, data: { role: 'contributor' } })
    await comment(db, max, { proposal: id, body: 'And why?' })
    expect(await told(id)).toEqual(['Ada: commented', 'Ada: commented'])
  })
})

describe('whoever watches', () => {
  it('an entry is told of proposals and acceptances that touch it, and of no others', async () => {
    await watch(db, wim, { what: 'entry', kind: 'model', slug: 'biomistral' })
    const id = await sent(db, ada, await newSubfield(db, 'biomistral', `Clinic ${++made}`))
    const other = await sent(db, ada, await newSubfield(db, 'chatdoctor', `Clinic ${++made}`))
    await decided(db, mia, other, 'accepted')
    await decided(db, mia, id, 'accepted')
    expect(await told(id)).toEqual(['Wim: proposed', 'Ada: decided', 'Wim: changed'])
    expect(await told(other)).toEqual(['Ada: decided'])
    await unwatch(db, wim, { what: 'entry', kind: 'model', slug: 'biomistral' })
  })

  it('a section is told of what is added to it, once of a proposal however many versions it has', async () => {
    await watch(db, wim, { what: 'section', slug: 'drug' })
    const id = await sent(db, ada, fresh('drug'))
    await reviseProposal(db, ada, { proposal: id, version: 1, input: { changes: [fresh('drug')] } })
    const late = await sent(db, ada, fresh())
    await reviseProposal(db, ada, { proposal: late, version: 1, input: { changes: [fresh('drug')] } })
    expect(await told(id)).toEqual(['Wim: proposed'])
    expect(await told(late)).toEqual(['Wim: proposed 2'])
    await unwatch(db, wim, { what: 'section', slug: 'drug' })
  })

  it('a section is told of what leaves it', async () => {
    await watch(db, wim, { what: 'section', slug: 'language-models' })
    const target = await db.section.findFirstOrThrow({ where: { kind: 'model', slug: { not: 'language-models' }, removed: false }, select: { slug: true } })
    const id = await sent(db, ada, { op: 'move', section: 'language-models', key: 'pmc-llama', base: (await db.document.findUniqueOrThrow({ where: { id: 1 } })).revision, to: target.slug, place: 'end' })
    await decided(db, mia, id, 'accepted')
    expect(await told(id)).toEqual(['Wim: proposed', 'Ada: decided', 'Wim: changed'])
    await unwatch(db, wim, { what: 'section', slug: 'language-models' })
  })

  it('everything is told of everything, an edited README among it, and of rejections nothing', async () => {
    await watch(db, wim, { what: 'all' })
    const id = await sent(db, ada, fresh())
    await decided(db, mia, id, 'rejected')
    expect(await told(id)).toEqual(['Wim: proposed', 'Ada: decided'])
    await unwatch(db, wim, { what: 'all' })
    await watch(db, wim, { what: 'entry', kind: 'model', slug: 'biomistral' })
    const text = (await seedBytes()).toString('utf8').replace(/^\| BioMistral .*\n/m, '')
    const imported = await proposeReadme(db, max, { bytes: Buffer.from(text), base: 1, rationale: '' })
    expect(await told(imported.ok ? imported.value.id : 0)).toEqual(['Wim: proposed'])
    await unwatch(db, wim, { what: 'entry', kind: 'model', slug: 'biomistral' })
  })

  it('is told of nothing that they do, and once where they are told as the proposer', async () => {
    await watch(db, ada, { what: 'all' })
    await watch(db, mia, { what: 'section', slug: 'text' })
    await watch(db, mia, { what: 'all' })
    const id = await sent(db, ada, fresh())
    await decided(db, mia, id, 'accepted')
    expect(await told(id)).toEqual(['Mia: proposed', 'Ada: decided'])
    for (const one of [ada, mia]) await unwatch(db, one, { what: 'all' })
    await unwatch(db, mia, { what: 'section', slug: 'text' })
  })
})

it('whoever watches is found without reading all that is watched', async () => {
  const crowded = await freshCatalog()
  try {
    const [one, two] = [await person(crowded, 'One'), await person(crowded, 'Two', 'maintainer')]
    await crowded.$executeRaw`INSERT INTO "user" (id, name) SELECT gen_random_uuid(), 'Crowd' FROM generate_series(1, 200)`
    await crowded.$executeRaw`
      INSERT INTO watch (id, person_id, entry_id)
      SELECT gen_random_uuid(), u.id, e.id FROM "user" u CROSS JOIN (SELECT id FROM entry ORDER BY id LIMIT 100) e WHERE u.name = 'Crowd'`
    await crowded.$executeRaw`ANALYZE watch`
    const { slug } = await crowded.entry.findFirstOrThrow({ where: { watches: { some: {} }, section: { slug: 'language-models' } } })
    const proposal = await sent(crowded, one, await newSubfield(crowded, slug, 'Crowded'))
    await decided(crowded, two, proposal, 'accepted')
    for (const kind of ['submitted', 'accepted'] as const) {
      const { id } = await crowded.event.findFirstOrThrow({ where: { proposalId: proposal, kind } })
      await crowded.notice.deleteMany()
      // What this transaction read, as Postgres counts it.
      const [counted] = await crowded.$transaction(async (tx) => {
        await tell(tx, { event: id, kind })
        return tx.$queryRaw<{ read: number }[]>`SELECT (seq_tup_read + idx_tup_fetch)::int AS read FROM pg_stat_xact_user_tables WHERE relname = 'watch'`
      })
      // Of 20,000 watches.
      expect(counted?.read).toBeLessThan(1000)
      expect(await crowded.notice.count({ where: { kind: kind === 'submitted' ? 'proposed' : 'changed' } })).toBe(200)
    }
  } finally {
    await crowded.$disconnect()
  }
})

describe('the notices', () => {
  it('are written in the mutation’s transaction: what fails told nobody', async () => {
    const id = await sent(db, ada, fresh())
    await expect(
      db.$transaction(async (tx) => {
        const event = await tx.event.create({ data: { kind: 'rejected', actorId: mia.id, proposalId: id } })
        await tell(tx, { event: event.id, kind: 'rejected' })
        throw new Error('after the telling')
      }),
    ).rejects.toThrow('after the telling')
    expect(await told(id)).toEqual([])
  })

  it('are one for each event and person, however often they are told', async () => {
    const id = await sent(db, ada, fresh())
    await decided(db, mia, id, 'rejected')
    const event = await db.event.findFirstOrThrow({ where: { proposalId: id, kind: 'rejected' } })
    await Promise.all([1, 2, 3].map(() => tell(db, { event: event.id, kind: 'rejected' })))
    expect(await told(id)).toEqual(['Ada: decided'])
    await expect(db.$executeRaw`UPDATE notice SET kind = 'changed' WHERE proposal_id = ${id}`).rejects.toThrow('tells what it told')
  })

  it('tell nobody that something was withdrawn', async () => {
    const id = await sent(db, ada, fresh())
    await withdrawProposal(db, ada, { proposal: id, version: 1 })
    expect(await told(id)).toEqual([])
    const event = await db.event.findFirstOrThrow({ where: { kind: 'imported' } })
    await expect(tell(db, { event: event.id, kind: 'accepted' })).rejects.toThrow('of no proposal')
  })

  it('wait for an e-mail where there is an address and it is wanted', async () => {
    const waits = async () => {
      const id = await sent(db, ada, fresh())
      await decided(db, mia, id, 'rejected')
      return (await db.notice.findFirstOrThrow({ where: { proposalId: id } })).waits
    }
    expect(await waits()).toBeNull()
    await db.user.update({ where: { id: ada.id }, data: { email: `${ada.id}@example.org` } })
    expect(await waits()).toBeNull()
    await db.user.update({ where: { id: ada.id }, data: { emailVerified: new Date() } })
    expect(await waits()).toBe('at_once')
    await db.noticePace.create({ data: { personId: ada.id, kind: 'decided', pace: 'daily' } })
    expect(await waits()).toBe('daily')
    await db.noticePace.updateMany({ where: { personId: ada.id }, data: { pace: 'never' } })
    expect(await waits()).toBeNull()
  })
})
