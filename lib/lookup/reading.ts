import type { z } from 'zod'
import type { Found } from './found'

/** What a service's answer says: what it found, that it knows no such thing, or nothing that can be read. */
export type Reading = { kind: 'found'; found: Found } | { kind: 'none' } | { kind: 'broken' }

export const none: Reading = { kind: 'none' }
export const broken: Reading = { kind: 'broken' }

/** Reads an answer in JSON by a schema; `broken` where it is no JSON, or of another shape. */
export function readJson<S extends z.ZodType>(schema: S, body: string, read: (answer: z.output<S>) => Reading): Reading {
  let json: unknown
  try {
    json = JSON.parse(body)
  } catch {
    return broken
  }
  const parsed = schema.safeParse(json)
  return parsed.success ? read(parsed.data) : broken
}
