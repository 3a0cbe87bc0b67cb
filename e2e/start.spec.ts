import { expect, test, type APIRequestContext } from '@playwright/test'
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { startPortal, type Portal } from './support/portal'

const seedHash = 'c25db39e3d489009fb253d7d83da2113f5f913f47ce525dcf8b87ccdeb6a2eec'
const nobody = { uid: 65_534, gid: 65_534 }

async function readme(request: APIRequestContext, { url }: Portal): Promise<string> {
  return (await request.get(`${url}/README.md`)).text()
}

const hash = (text: string) => createHash('sha256').update(text).digest('hex')

/** The process of a data folder's Postgres. */
async function postmaster(data: string): Promise<number> {
  return Number((await readFile(join(data, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0])
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** The round of README.md: two people of the command line, one proposal, its acceptance. */
async function accept({ catalog }: Portal): Promise<void> {
  await catalog('role', 'ada', 'contributor', '--create')
  await catalog('role', 'grace', 'maintainer', '--create')
  await catalog('propose', 'docs/example.proposal.json', '--as', 'ada')
  await catalog('decide', '1', '--version', '1', '--accept', '--as', 'grace')
}

test('killed with and without its Postgres, a portal starts again with all that was accepted', async ({ request }) => {
  test.setTimeout(180_000)
  let portal = await startPortal()
  const { data } = portal
  expect(hash(await readme(request, portal))).toBe(seedHash)
  await accept(portal)
  const accepted = await readme(request, portal)
  expect(accepted).toContain('Example-LM')

  const orphan = await postmaster(data)
  await portal.end('SIGKILL')
  expect(isAlive(orphan)).toBe(true)
  portal = await startPortal({ data })
  // It has ended. Its number stays until the system's first process takes notice.
  await expect.poll(() => isAlive(orphan), { timeout: 30_000 }).toBe(false)
  expect(await readme(request, portal)).toBe(accepted)

  process.kill(await postmaster(data), 'SIGKILL')
  await portal.end('SIGKILL')
  portal = await startPortal({ data })
  expect(await readme(request, portal)).toBe(accepted)
  await portal.stop()
})

test('a second start on the same data names the first one’s address', async () => {
  const portal = await startPortal()
  await expect(startPortal({ data: portal.data })).rejects.toThrow(new RegExp(`exited with 1:[^]*already runs on ${portal.data} at ${portal.url} \\(process \\d+\\)`))
  await portal.stop()
})

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  test(`${signal} stops a portal and its Postgres, cleanly`, async () => {
    const portal = await startPortal()
    const database = await postmaster(portal.data)
    expect(await portal.end(signal)).toBe(0)
    expect(isAlive(database)).toBe(false)
    await portal.stop()
  })
}

test('an ordinary user starts a portal in a checkout that is not theirs to write', async ({ request }) => {
  const portal = await startPortal(process.getuid?.() === 0 ? { user: nobody } : {})
  expect(hash(await readme(request, portal))).toBe(seedHash)
  await portal.stop()
})
