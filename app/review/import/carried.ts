import { gunzipSync, gzipSync } from 'node:zlib'

/** A README as a form carries it from one page to the next, whatever it was uploaded as: packed, in letters. */
export function pack(bytes: Uint8Array): string {
  return gzipSync(bytes).toString('base64')
}

/** Unpacks what `pack` packed; null where it is something else, or longer than `most` bytes. */
export function unpack(packed: string, most: number): Uint8Array | null {
  try {
    return gunzipSync(Buffer.from(packed, 'base64'), { maxOutputLength: most })
  } catch {
    return null
  }
}
