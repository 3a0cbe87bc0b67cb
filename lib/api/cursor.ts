import type { z } from 'zod'
import type { Result } from '@/lib/errors'
import { ok } from '@/lib/errors'
import { refused } from './parameters'

/** What a page begins behind: the key of the last one seen. */
export type CursorKey = readonly (string | number)[]

/** Writes a key as a cursor: opaque, so that nobody builds one. Keys are ASCII. */
export function writeCursor(key: CursorKey): string {
  return btoa(JSON.stringify(key)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

/** Reads a cursor of the given shape; null where there is none. Fails as `invalid`, naming the parameter. */
export function readCursor<S extends z.ZodType>(shape: S, cursor: string | undefined): Result<z.output<S> | null> {
  if (cursor === undefined) return ok(null)
  const read = shape.safeParse(open(cursor))
  return read.success ? ok(read.data) : refused({ cursor: 'must be what the `next` of a page before gave' })
}

function open(cursor: string): unknown {
  try {
    return JSON.parse(atob(cursor.replaceAll('-', '+').replaceAll('_', '/')))
  } catch {
    return undefined
  }
}
