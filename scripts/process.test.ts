import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { commandOf } from './process'
import { readHolder } from './start/data-folder'

const nobody = spawnSync(process.execPath, ['-e', '']).pid

describe.each([
  ['with /proc', '/proc'],
  ['without /proc, as on macOS', '/nowhere'],
])('commandOf %s', (_, files) => {
  it('tells the words of a living process', () => expect(commandOf(process.pid, files)).toMatch(/node/))
  it('knows that one has ended', () => expect(commandOf(nobody, files)).toBeNull())
})

describe('readHolder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'portal-holder-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const lock = (pid: number) => writeFileSync(join(folder, 'portal.lock'), JSON.stringify({ pid, url: null, databaseUrl: null }))

  it('finds the living process that holds the folder', () => {
    lock(process.pid)
    expect(readHolder(folder)?.pid).toBe(process.pid)
  })
  it.each([nobody, process.ppid === 1 ? 2 : 1])('takes process %s for none of ours', (pid) => {
    lock(pid)
    expect(readHolder(folder)).toBeNull()
  })
})
