import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { beginningOf, commandOf } from './process'
import { readHolder } from './start/folder-lock'

const nobody = spawnSync(process.execPath, ['-e', '']).pid

describe.each([
  ['with /proc', '/proc'],
  ['without /proc, as on macOS', '/nowhere'],
])('commandOf %s', (_, files) => {
  it('tells the words of a living process', () => expect(commandOf(process.pid, files)).toMatch(/node/))
  it('knows that one has ended', () => {
    expect(commandOf(nobody, files)).toBeNull()
    expect(beginningOf(nobody, files)).toBeUndefined()
  })
  it('tells when one began, the same each time', () => {
    expect(beginningOf(process.pid, files)).toMatch(/\d/)
    expect(beginningOf(process.pid, files)).toBe(beginningOf(process.pid, files))
  })
})

describe('readHolder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'portal-holder-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const lock = (pid: number, began?: string) =>
    writeFileSync(join(folder, 'portal.lock'), JSON.stringify({ pid, began, url: null, databaseUrl: null }))

  it('finds the living process that holds the folder', () => {
    lock(process.pid, beginningOf(process.pid))
    expect(readHolder(folder)?.pid).toBe(process.pid)
  })
  it('takes a later process that got the same id for none of ours', () => {
    lock(process.pid, 'once upon a time')
    expect(readHolder(folder)).toBeNull()
  })
  it.each([nobody, process.ppid === 1 ? 2 : 1])('takes process %s for none of ours', (pid) => {
    lock(pid)
    expect(readHolder(folder)).toBeNull()
  })
})
