import { fail, ok, type Result } from '@/lib/errors'

/**
 * Decodes a README's bytes. A byte-order mark stays in the text, so that encoding gives the same bytes back.
 * Fails as `invalid` where the bytes are not UTF-8, naming the offset of the first that is not.
 */
export function decodeUtf8(bytes: Uint8Array): Result<string> {
  try {
    return ok(strict().decode(bytes))
  } catch {
    return fail('invalid', `This is not UTF-8 text: the byte at offset ${firstInvalid(bytes)} belongs to no character.`)
  }
}

/** The same for bytes that the catalog is to keep: fails as `invalid` for a NUL too, naming its line, as Postgres keeps none. */
export function decodeReadme(bytes: Uint8Array): Result<string> {
  const text = decodeUtf8(bytes)
  if (!text.ok || !text.value.includes('\0')) return text
  const line = text.value.slice(0, text.value.indexOf('\0')).split(/\r\n?|\n/).length
  return fail('invalid', `Line ${line} holds a NUL character, which the database cannot keep: remove it.`)
}

function strict(): TextDecoder {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
}

/**
 * Halves the bytes until the first broken character is found (a cut inside a character still to come breaks nothing),
 * then steps back to where that character begins.
 */
function firstInvalid(bytes: Uint8Array): number {
  let good = 0
  let bad = bytes.length + 1
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    if (decodes(bytes.subarray(0, middle), true)) good = middle
    else bad = middle
  }
  while (!decodes(bytes.subarray(0, good), false)) good--
  return good
}

function decodes(bytes: Uint8Array, stream: boolean): boolean {
  try {
    strict().decode(bytes, { stream })
    return true
  } catch {
    return false
  }
}
