import { readFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import { fail, ok, type Result } from '@/lib/errors'

/** Reads a file's bytes, or standard input's for `-`. */
export async function readInput(path: string): Promise<Result<Uint8Array>> {
  if (path === '-') return ok(await buffer(process.stdin))
  try {
    return ok(await readFile(path))
  } catch (error) {
    return fail('invalid', `${path} can't be read: ${reasonOf(error)}.`)
  }
}

/** Reads a file as JSON. */
export async function readJson(path: string): Promise<Result<unknown>> {
  const bytes = await readInput(path)
  if (!bytes.ok) return bytes
  try {
    return ok(JSON.parse(Buffer.from(bytes.value).toString('utf8')))
  } catch (error) {
    return fail('invalid', `${path} is not JSON: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** Why a file can't be used, in words. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  const known: Record<string, string> = { ENOENT: 'there is no such file or folder', EACCES: 'no permission', EISDIR: 'it is a folder' }
  return known[String(code)] ?? String(error)
}
