import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

/**
 * The words of a living process, joined by spaces; null where it has ended, undefined where this system does not tell. Linux
 * has them as files; macOS asks `ps`, and an answer that is missing there must not be taken for a process that is gone.
 */
export function commandOf(pid: number, files = '/proc'): string | null | undefined {
  if (existsSync(`${files}/self`)) return fromFile(`${files}/${pid}/cmdline`)
  const { error, stdout } = spawnSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
  return error ? undefined : stdout.trim() || null
}

/**
 * When a process began, in the system's own words: what tells it from a later one with the same id. Undefined where it has
 * ended, or this system does not tell.
 */
export function beginningOf(pid: number, files = '/proc'): string | undefined {
  // The name, the second field, may hold anything; the 22nd is the time.
  if (existsSync(`${files}/self`)) return fromFile(`${files}/${pid}/stat`)?.replace(/^.*\)/s, '').split(' ')[20]
  const env = { ...process.env, LC_ALL: 'C', TZ: 'UTC' }
  const { error, stdout } = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8', env })
  return error ? undefined : stdout.trim() || undefined
}

function fromFile(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').replaceAll('\0', ' ').trim() || null
  } catch {
    return null
  }
}
