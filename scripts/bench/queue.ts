import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Viewer } from '@/lib/auth/policy'
import { connect } from '@/lib/db'
import { queue } from '@/lib/proposals/queue'
import { importReadme } from '@/lib/readme/import'
import type { PrismaClient } from '@/prisma/generated/client'
import { migrate } from '../migrate'
import { root } from '../start/root.mjs'
import { onOwnServer } from './own-server'

/** How long the queue's first page takes with so many proposals that wait, in milliseconds by the clock. */
export interface QueueTime {
  open: number
  milliseconds: number
}

/** What was measured, and a sentence for each bar that is missed. */
export interface QueueFigures {
  times: QueueTime[]
  missed: string[]
}

const sizes = [50, 5_000] as const
const atMost = 1.5
const rounds = 41

/** Times the queue's first page, with its counts, claims and duplicates, over 50 and over 5,000 proposals that wait: a database each, in turns. */
export function measureQueue(tell: (line: string) => void): Promise<QueueFigures> {
  return onOwnServer(async (server) => {
    const queues: { open: number; db: PrismaClient; actor: Viewer }[] = []
    for (const open of sizes) {
      tell(`a queue of ${open.toLocaleString('en')}`)
      await server.create(`queue_${open}`)
      await migrate(server.url(`queue_${open}`))
      const db = connect(server.url(`queue_${open}`))
      queues.push({ open, db, actor: await fill(db, open) })
    }
    const times = await inTurns(queues)
    for (const { db } of queues) await db.$disconnect()
    return { times, missed: missedOf(times) }
  })
}

/** A catalog with so many proposals that wait, each of one new dataset, of twenty people, a tenth of them alike; answers who reads the queue. */
async function fill(db: PrismaClient, open: number): Promise<Viewer> {
  const imported = await importReadme(db, await readFile(join(root, 'prisma', 'seed.README.md')), null)
  if (!imported.ok) throw new Error(imported.message)
  await db.user.createMany({ data: Array.from({ length: 20 }, (_, at) => ({ name: `Person ${at}` })) })
  // As lib/proposals/write does, but all at once.
  await db.$executeRaw`
    INSERT INTO proposal (proposer_id, state, title, submitted_at, updated_at, sections, kinds)
    SELECT (SELECT id FROM "user" ORDER BY id LIMIT 1 OFFSET n % 20), 'submitted', 'Add Bench ' || n, now() - n * interval '1 minute', now(),
      ARRAY[(ARRAY['drug', 'text', 'genomics'])[1 + n % 3]], ARRAY['dataset'] FROM generate_series(1, ${open}) AS n`
  await db.$executeRaw`INSERT INTO proposal_version (proposal_id, number, title) SELECT id, 1, title FROM proposal`
  await db.$executeRaw`
    INSERT INTO change (proposal_id, version, ordinal, op, change)
    SELECT id, 1, 0, 'add', jsonb_build_object('op', 'add', 'section', sections[1], 'entry', jsonb_build_object('kind', 'dataset', 'fields', jsonb_build_object('name', title))) FROM proposal`
  await db.$executeRaw`INSERT INTO change_identity (proposal_id, version, ordinal, identity) SELECT id, 1, 0, 'dataset/name:bench ' || (id - (id % 10) / 9) FROM proposal`
  await db.$executeRaw`ANALYZE`
  return db.user.create({ data: { name: 'Reader', role: 'maintainer' }, select: { id: true, name: true, role: true } })
}

/** Medians, the queues in turns, so that what slows the machine for a while slows both alike. */
async function inTurns(queues: readonly { open: number; db: PrismaClient; actor: Viewer }[]): Promise<QueueTime[]> {
  const samples = queues.map((): number[] => [])
  for (let round = -5; round < rounds; round++) {
    for (const [at, { db, actor }] of queues.entries()) {
      const start = performance.now()
      const page = await queue(db, actor)
      if (!page.ok || page.value.items.length === 0) throw new Error('the queue is empty')
      if (round >= 0) samples[at]?.push(performance.now() - start)
    }
  }
  return queues.map(({ open }, at) => ({ open, milliseconds: samples[at]?.toSorted((a, b) => a - b)[rounds >> 1] ?? Number.NaN }))
}

function missedOf([few, many]: readonly QueueTime[]): string[] {
  const ratio = (many?.milliseconds ?? Number.NaN) / (few?.milliseconds ?? Number.NaN)
  return ratio <= atMost ? [] : [`A queue of ${sizes[1].toLocaleString('en')} opens in ${ratio.toFixed(2)} × the time of one of ${sizes[0]}; the bar is ${atMost}.`]
}
