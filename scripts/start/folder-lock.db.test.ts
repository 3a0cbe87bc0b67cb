import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readHolder } from './folder-lock'
import { root } from './root.mjs'

const rounds = 60
let folders: string[]
beforeEach(async () => {
  folders = await Promise.all(Array.from({ length: rounds }, () => mkdtemp(join(tmpdir(), 'portal-lock-'))))
  await Promise.all(folders.map((folder) => chmod(folder, 0o711)))
})
afterEach(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))))

/** What each of several processes says that take each folder at one moment, folder by folder. */
async function race(count: number): Promise<string[][]> {
  const moment = String(Date.now() + 3_000)
  const children = Array.from({ length: count }, () =>
    spawn(process.execPath, ['--import', 'tsx', 'scripts/testing/holder.ts', moment, ...folders], { cwd: root, stdio: ['pipe', 'pipe', 'inherit'] }),
  )
  const said = await Promise.all(children.map(async ({ stdout }) => {
    const lines: string[] = []
    for await (const line of createInterface(stdout)) {
      if (line === 'told') break
      lines.push(line)
    }
    return lines
  }))
  await Promise.all(children.map((child) => (child.stdin.end(), once(child, 'exit'))))
  return folders.map((_, at) => said.map((lines) => lines[at] ?? 'silent'))
}

it.each(['', '{"pid":1', '{"pid":999999,"url":null,"databaseUrl":null}'])('one of many takes a folder with the lock %j, and all know one secret', async (lock) => {
  if (lock) await Promise.all(folders.map((folder) => writeFile(join(folder, 'portal.lock'), lock)))
  for (const said of await race(6)) {
    expect(said.filter((line) => line.startsWith('held'))).toHaveLength(1)
    expect(new Set(said.map((line) => line.split(' ')[1])).size).toBe(1)
  }
  for (const folder of folders) {
    expect((await readdir(folder)).filter((name) => !/^portal\.lock\.\d+$/.test(name))).toEqual(['secrets.json'])
    expect(readHolder(folder)).toBeNull()
  }
  expect((await race(1)).flat().filter((line) => line.startsWith('held'))).toHaveLength(rounds)
})
