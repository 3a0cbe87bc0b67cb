import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { freePort } from '../postgres'
import { beginningOf } from '../process'
import { requireNode } from './failure.mjs'
import { root } from './root.mjs'

// Each start is a process of its own, as a person starts it, and is refused before there is anything to build.
const asRoot = process.getuid?.() === 0
const nobody = { uid: 65_534, gid: 65_534 }

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'portal-start-'))
  await chmod(folder, 0o711)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

interface Start {
  env?: Record<string, string>
  /** As a user who may not write what this one owns. */
  ordinary?: boolean
  checkout?: string
}

/** What a start that fails says, held to be without a stack, and its exit code to be 1. */
async function refusal({ env = {}, ordinary = false, checkout = root }: Start): Promise<string> {
  const { PATH } = process.env
  const child = spawn(process.execPath, [join(checkout, 'scripts', 'start.mjs')], {
    cwd: checkout,
    env: { PATH, HOME: folder, NODE_ENV: 'test', PORTAL_DATA: join(folder, 'data'), PORT: String(await freePort()), ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
    ...(ordinary && asRoot ? nobody : {}),
  })
  let told = ''
  child.stderr.on('data', (chunk: Buffer) => (told += chunk.toString()))
  const [code] = (await once(child, 'close')) as [number]
  expect(told).not.toMatch(/^ +at /m)
  expect(code).toBe(1)
  return told.trim()
}

/** A server on a port of its own, which speaks nothing. */
async function listening(): Promise<{ server: Server; port: number }> {
  const server = createServer((socket) => socket.destroy())
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return { server, port: (server.address() as AddressInfo).port }
}

describe('a start says in one sentence what to do, and exits with 1', () => {
  it('on a taken port', async () => {
    const { server, port } = await listening()
    expect(await refusal({ env: { PORT: String(port) } })).toMatch(new RegExp(`^Port ${port} of 127.0.0.1 is taken .*PORT=\\d+ npm start`))
    server.close()
  })

  it.each(['http', '0', '70000', '3000.5'])('on PORT=%s', async (port) => {
    expect(await refusal({ env: { PORT: port } })).toBe(`PORT is "${port}", which is no port: give a number from 1 to 65535.`)
  })

  it('on settings of which one is missing', async () => {
    expect(await refusal({ env: { GITHUB_ID: 'portal' } })).toBe('The settings are not right: GITHUB_ID is set, but GITHUB_SECRET is not.')
  })

  it('on a data folder that may not be read', async () => {
    const data = join(folder, 'closed')
    await mkdir(data, { mode: asRoot ? 0o700 : 0o000 })
    expect(await refusal({ env: { PORTAL_DATA: data }, ordinary: true })).toMatch(/^The data folder .*closed cannot be read and written \(EACCES\): .*PORTAL_DATA/)
  })

  it('on a data folder that is a file', async () => {
    const data = join(folder, 'file')
    await writeFile(data, '')
    expect(await refusal({ env: { PORTAL_DATA: data } })).toMatch(/^The data folder .*file cannot be read and written \(EEXIST\)/)
  })

  it('on a data folder that another start holds, with its address', async () => {
    const data = join(folder, 'held')
    await mkdir(data)
    const lock = { pid: process.pid, began: beginningOf(process.pid), url: 'http://localhost:4000', databaseUrl: null }
    await writeFile(join(data, 'portal.lock'), JSON.stringify(lock))
    expect(await refusal({ env: { PORTAL_DATA: data } })).toMatch(
      new RegExp(`^The portal already runs on .*held at http://localhost:4000 \\(process ${process.pid}\\): `),
    )
    expect(JSON.parse(await readFile(join(data, 'portal.lock'), 'utf8'))).toEqual(lock)
  })

  it('on a folder in which Postgres finds half a database', async () => {
    const data = join(folder, 'half')
    await mkdir(join(data, 'postgres'), { recursive: true })
    expect(await refusal({ env: { PORTAL_DATA: data } })).toMatch(/half\/postgres holds no whole database/)
  })

  it('in a read-only checkout that lacks its packages', async () => {
    const checkout = join(folder, 'checkout')
    await mkdir(join(checkout, 'scripts'), { recursive: true })
    await Promise.all(['package.json', 'package-lock.json', 'scripts/start.mjs', 'scripts/start'].map((path) =>
      cp(join(root, path), join(checkout, path), { recursive: true })))
    await chmod(checkout, 0o555)
    expect(await refusal({ checkout, ordinary: true })).toMatch(/^The checkout .*checkout is read-only, and the packages are not installed: /)
    await chmod(checkout, 0o755)
  })

  // For everybody else the folder is simply theirs.
  it.each(asRoot ? ['private'] : [])('as root, in a folder that the database’s user may not enter', async (name) => {
    const data = join(folder, name, 'data')
    await mkdir(data, { recursive: true })
    await chmod(join(folder, name), 0o700)
    expect(await refusal({ env: { PORTAL_DATA: data } })).toMatch(/^Started as root, .*may not enter .*private: .*chmod o\+x/)
  })
})

describe('a start with DATABASE_URL says what is wrong with it, and never its password', () => {
  const server = () => new URL(inject('postgres'))
  const changed = (change: Partial<Pick<URL, 'port' | 'pathname' | 'password'>>) => Object.assign(server(), change).href

  it.each(['portal', 'mysql://portal:hidden@localhost/portal', 'http://localhost:5432'])('%s: malformed', async (url) => {
    const told = await refusal({ env: { DATABASE_URL: url } })
    expect(told).toMatch(/^DATABASE_URL is not an address like postgresql:/)
    expect(told).not.toContain('hidden')
  })

  it('nobody listens', async () => {
    const port = String(await freePort())
    const told = await refusal({ env: { DATABASE_URL: changed({ port }) } })
    expect(told).toMatch(new RegExp(`^Postgres at 127.0.0.1:${port} cannot be reached .*ECONNREFUSED`))
    expect(told).not.toContain(server().password)
  })

  it('who listens is no Postgres', async () => {
    const { server: other, port } = await listening()
    expect(await refusal({ env: { DATABASE_URL: changed({ port: String(port) }) } })).toMatch(/cannot be reached/)
    other.close()
  })

  it('the password is wrong', async () => {
    const told = await refusal({ env: { DATABASE_URL: changed({ password: 'hidden' }) } })
    expect(told).toMatch(/refuses the user "postgres" or its password: correct them in DATABASE_URL\.$/)
    expect(told).not.toContain('hidden')
  })

  it('there is no such database', async () => {
    expect(await refusal({ env: { DATABASE_URL: changed({ pathname: '/nowhere' }) } })).toMatch(/has no database "nowhere": create it, or correct/)
  })
})

describe('Node', () => {
  it.each(['18.20.8', '20.18.3'])('%s is too old', (version) => expect(() => requireNode(version)).toThrow(/needs Node 20.19 or newer, and this is/))
  it.each(['20.19.0', '22.0.0', '24.11.1'])('%s will do', (version) => expect(() => requireNode(version)).not.toThrow())
})
