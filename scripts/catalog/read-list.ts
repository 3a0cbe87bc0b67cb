import { ok, type Result } from '@/lib/errors'
import { decodeUtf8 } from '@/lib/readme/bytes'
import { parse, type Readme } from '@/lib/readme/parse'
import { readInput } from './input'

/** A list as a file holds it. */
export interface ListFile {
  file: string
  bytes: Uint8Array
  text: string
  readme: Readme
}

/** Reads a file's bytes and takes the list apart. Fails as `invalid` where it can't be read or is not UTF-8, naming the offset. */
export async function readList(file: string): Promise<Result<ListFile>> {
  const bytes = await readInput(file)
  if (!bytes.ok) return bytes
  const text = decodeUtf8(bytes.value)
  if (!text.ok) return { ...text, message: `${file}: ${text.message}` }
  return ok({ file, bytes: bytes.value, text: text.value, readme: parse(text.value) })
}

/** Reads several files; fails with the first that can't be. */
export async function readLists(files: readonly string[]): Promise<Result<ListFile[]>> {
  const lists: ListFile[] = []
  for (const file of files) {
    const list = await readList(file)
    if (!list.ok) return list
    lists.push(list.value)
  }
  return ok(lists)
}
