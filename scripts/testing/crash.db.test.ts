import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, it } from 'vitest'
import { connect } from '@/lib/db'
import { exportReadme } from '@/lib/readme/export'
import { importReadme } from '@/lib/readme/import'
import { parse } from '@/lib/readme/parse'
import type { PrismaClient } from '@/prisma/generated/client'
import { migrate } from '../migrate'
import { startPostgres, type RunningPostgres } from '../postgres'
import { person, seedBytes } from './database'

const script = fileURLToPath(new URL('decider.ts', import.meta.url))
const rounds = 8

let folder: string
let server: RunningPostgres | undefined
afterAll(async () => {
  await server?.stop()
  await rm(folder, { recursive: true, force: true })
})

/** Lets acceptances run, and kills the process, or it and the database, after some were promised; answers the last that was. */
async function killInTheMiddle(url: string, people: string[], after: number, what: 'both' | 'process'): Promise<number> {
  const child = spawn(process.execPath, ['--import', 'tsx', script, url, ...people], { stdio: ['ignore', 'pipe', 'ignore'] })
  let promised = ''
  child.stdout.on('data', (chunk: Buffer) => {
    promised += chunk.toString()
    if (promised.split('\n').length <= after) return
    if (what === 'both') killPostmaster()
    child.kill('SIGKILL')
  })
  await once(child, 'close')
  return Number(promised.trim().split('\n').at(-1))
}

function killPostmaster(): void {
  const [pid] = readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')
  process.kill(Number(pid), 'SIGKILL')
}

/** Every proposal is wholly accepted or not at all; every revision's README has one row more than the one before. */
async function expectWhole(db: PrismaClient, promised: number): Promise<void> {
  const { revision } = await db.document.findUniqueOrThrow({ where: { id: 1 } })
  expect(revision).toBeGreaterThanOrEqual(promised)
  const accepted = await db.proposal.count({ where: { state: 'accepted' } })
  expect(accepted).toBe(revision - 1)
  expect(await db.decision.count()).toBe(accepted)
  expect(await db.event.count({ where: { kind: 'accepted' } })).toBe(accepted)
  expect(await db.change.count({ where: { verdict: 'accepted', entryId: { not: null } } })).toBe(accepted)
  const parts = parse((await exportReadme(db))?.text ?? '').parts
  const rows = parts.flatMap((part) => ('section' in part ? part.section.rows : []))
  expect(rows).toHaveLength(113 + accepted)
  expect((await db.section.findMany()).reduce((sum, { size }) => sum + size, 0)).toBe(rows.length)
}

it(`nothing promised is lost, nothing is half done: ${rounds} kills in the middle of decisions`, { timeout: 180_000 }, async () => {
  folder = await mkdtemp(join(tmpdir(), 'portal-crash-'))
  await chmod(folder, 0o711)
  const start = async () => {
    server = await startPostgres(join(folder, 'postgres'), 'crash')
    await server.create('portal')
    return server.url('portal')
  }
  await migrate(await start())
  const db = connect((server as RunningPostgres).url('portal'))
  await importReadme(db, await seedBytes(), null)
  const people = [(await person(db, 'Ada')).id, (await person(db, 'Max', 'maintainer')).id]
  await db.$disconnect()

  for (let round = 0; round < rounds; round++) {
    const url = (server as RunningPostgres).url('portal')
    const promised = await killInTheMiddle(url, people, 1 + (round % 4), round % 3 === 2 ? 'process' : 'both')
    const again = connect(await start())
    await expectWhole(again, promised)
    await again.$disconnect()
  }
})
