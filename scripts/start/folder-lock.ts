import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
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

/** Takes the folder's lock for this process, until it exits. Refuses where another process that lives holds it. */
export function holdFolder(path: string, told: Told): void {
  const file = lockFile(path)
  refuseHeld(path, readHolder(path))
  removeStale(path, file)
  const draft = writeDraft(file, told)
  try {
    // A lock appears with all it tells, so that nobody takes a half-written one for a dead one.
    linkSync(draft, file)
  } catch (error) {
    throw new StartFailure(`Another process took the data folder ${path} at the same moment (${codeOf(error)}): start again.`)
  } finally {
    rmSync(draft)
  }
  process.once('exit', () => rmSync(file, { force: true }))
}

/** Tells more of this process, which holds the folder. */
export function tellHolder(path: string, told: Told): void {
  const file = lockFile(path)
  renameSync(writeDraft(file, told), file)
}

/** The living process that holds a folder; null where none does, or the one that did is gone. */
export function readHolder(path: string): Holder | null {
  return holderIn(lockFile(path))
}

function refuseHeld(path: string, other: Holder | null): void {
  if (!other) return
  const what = other.url ? `The portal already runs on ${path} at ${other.url}` : `A catalog command is working on ${path}`
  throw new StartFailure(`${what} (process ${other.pid}): use that one, stop it first, or name another folder with PORTAL_DATA.`)
}

/** Removes a dead process's lock, by moving it away first: one that another process put there meanwhile is put back. */
function removeStale(path: string, file: string): void {
  const aside = `${file}.stale-${process.pid}`
  try {
    renameSync(file, aside)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return
    throw error
  }
  const other = holderIn(aside)
  if (other) linkSync(aside, file)
  rmSync(aside)
  refuseHeld(path, other)
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

function writeDraft(file: string, told: Told): string {
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, JSON.stringify({ pid: process.pid, began: beginningOf(process.pid), ...told }), { mode: 0o600 })
  return draft
}

function lockFile(path: string): string {
  return join(path, 'portal.lock')
}
