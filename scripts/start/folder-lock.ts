import { existsSync, linkSync, readFileSync, readdirSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beginningOf, commandOf } from '../process'
import { codeOf } from './data-folder'
import { StartFailure } from './failure.mjs'

/** What the process that uses a data folder tells others. */
export interface Holder {
  pid: number
  /** When that process began: after a crash its id may be another's. */
  began?: string
  /** The portal's address; null for a command that works on the database meanwhile. */
  url: string | null
  databaseUrl: string | null
}

type Told = Pick<Holder, 'url' | 'databaseUrl'>

/**
 * Takes the folder's lock for this process, until it exits. Refuses where another process that lives holds it.
 *
 * Each holder makes a lock of the number after the last, and the highest number counts: a dead process's lock is never moved
 * away or written over, so there is no moment at which a living one's could be taken for it.
 */
export function holdFolder(path: string, told: Told): void {
  const last = lastLock(path)
  refuseHeld(path, holderIn(lockFile(path, last)))
  const number = last + 1
  const draft = writeDraft(path, told)
  try {
    // A lock appears with all it tells, so that nobody takes a half-written one for a dead one.
    linkSync(draft, lockFile(path, number))
  } catch (error) {
    throw tookIt(path, codeOf(error))
  } finally {
    rmSync(draft)
  }
  // Others may have come, gone and cleared the number that was free a moment ago.
  if (lastLock(path) !== number) {
    rmSync(lockFile(path, number), { force: true })
    throw tookIt(path, 'EEXIST')
  }
  for (const before of lockNumbers(path)) if (before < number) rmSync(lockFile(path, before), { force: true })
  process.once('exit', () => release(path, number))
}

/** Tells more of this process, which holds the folder. */
export function tellHolder(path: string, told: Told): void {
  renameSync(writeDraft(path, told), lockFile(path, lastLock(path)))
}

/** The living process that holds a folder; null where none does, or the one that did is gone. */
export function readHolder(path: string): Holder | null {
  return holderIn(lockFile(path, lastLock(path)))
}

/** An empty lock is nobody's; it stays, because the next number must be higher. */
function release(path: string, number: number): void {
  try {
    truncateSync(lockFile(path, number))
  } catch (error) {
    // The folder itself may be gone by now.
    if (codeOf(error) !== 'ENOENT') throw error
  }
}

function tookIt(path: string, code: string): StartFailure {
  return new StartFailure(`Another process took the data folder ${path} at the same moment (${code}): start again.`)
}

function refuseHeld(path: string, other: Holder | null): void {
  if (!other) return
  const what = other.url ? `The portal already runs on ${path} at ${other.url}` : `A catalog command is working on ${path}`
  throw new StartFailure(`${what} (process ${other.pid}): use that one, stop it first, or name another folder with PORTAL_DATA.`)
}

function holderIn(file: string): Holder | null {
  try {
    const holder = JSON.parse(readFileSync(file, 'utf8')) as Holder
    return isOurs(holder) ? holder : null
  } catch {
    // No lock, or none that can be read: nobody holds the folder.
    return null
  }
}

/** Whether a process lives and is one of this project's: its id may long be another program's. */
function isOurs({ pid, began }: Holder): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    // Refused: it lives, as another user's; what it is and since when can still be read.
    if (codeOf(error) !== 'EPERM') return false
  }
  if (began !== undefined && beginningOf(pid) !== began) return false
  const command = commandOf(pid)
  return command === undefined || /node|tsx/.test(command ?? '')
}

function writeDraft(path: string, told: Told): string {
  const draft = join(path, `portal.lock.draft-${process.pid}`)
  writeFileSync(draft, JSON.stringify({ pid: process.pid, began: beginningOf(process.pid), ...told }), { mode: 0o600 })
  return draft
}

/** The highest number of a folder's locks; 0 where there is none. */
function lastLock(path: string): number {
  return Math.max(0, ...lockNumbers(path))
}

function lockNumbers(path: string): number[] {
  if (!existsSync(path)) return []
  return readdirSync(path).flatMap((name) => {
    const number = /^portal\.lock(?:\.(\d+))?$/.exec(name)
    return number ? [Number(number[1] ?? 0)] : []
  })
}

/** Number 0 is the name that the only lock of a folder once had. */
function lockFile(path: string, number: number): string {
  return join(path, number === 0 ? 'portal.lock' : `portal.lock.${number}`)
}
