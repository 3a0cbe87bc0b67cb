import { open, realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import { fail, ok, type Result } from '@/lib/errors'
import { reasonOf } from './input'

/**
 * Writes a file whole or not at all: beside it first, then renamed over it, so that whoever reads it, or a crash, meets the old
 * text or the new. A pipe or a device is written as it is. Fails as `invalid` where it can't be written.
 */
export async function writeWhole(path: string, text: string): Promise<Result<void>> {
  try {
    const there = await stat(path).catch(() => null)
    if (there && !there.isFile()) await writeFile(path, text)
    // Behind a link, the file that it leads to.
    else await replace(there ? await realpath(path) : path, text, there?.mode)
    return ok(undefined)
  } catch (error) {
    return fail('invalid', `${path} can't be written: ${reasonOf(error)}.`)
  }
}

async function replace(path: string, text: string, mode = 0o666): Promise<void> {
  const draft = `${path}.${process.pid}.new`
  try {
    const file = await open(draft, 'wx', mode)
    try {
      await file.writeFile(text)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(draft, path)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}
