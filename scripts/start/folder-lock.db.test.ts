import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { root } from './root.mjs'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'portal-lock-'))
  await chmod(folder, 0o711)
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** What each of several processes says that take the folder at one moment. */
async function race(count: number): Promise<string[]> {
  const moment = String(Date.now() + 3_000)
  const children = Array.from({ length: count }, () =>
    spawn(process.execPath, ['--import', 'tsx', 'scripts/testing/holder.ts', folder, moment], { cwd: root, stdio: ['pipe', 'pipe', 'inherit'] }),
  )
  const said = await Promise.all(children.map(async ({ stdout }) => String((await once(stdout, 'data'))[0]).trim()))
  await Promise.all(children.map((child) => (child.stdin.end(), once(child, 'exit'))))
  return said
}

it.each(['', '{"pid":1', '{"pid":999999,"url":null,"databaseUrl":null}'])('one of many takes a folder with the lock %j, and all know one secret', async (lock) => {
  if (lock) await writeFile(join(folder, 'portal.lock'), lock)
  const said = await race(6)
  expect(said.filter((line) => line.startsWith('held'))).toHaveLength(1)
  expect(new Set(said.map((line) => line.split(' ')[1])).size).toBe(1)
  expect(await readdir(folder)).toEqual(['secrets.json'])
})
