import { z } from 'zod'
import { valuesSchema, type Values } from './values'

// A draft from before there were such fields has none of them filled.
const keptSchema = z.preprocess((values) => (typeof values === 'object' ? { more: {}, rewritten: [], lookups: [], ...values } : values), valuesSchema)

/** What is kept of a form that was not sent: what was typed, over what, and which version of the proposal that was. */
export const draftSchema = z.object({
  format: z.literal(1),
  version: z.number().int().nullable(),
  values: keptSchema,
  start: keptSchema.optional(),
})

/** The browser's own copy of what the portal does not have yet, and what that had: which of its savings, and what it said. */
const copySchema = draftSchema.extend({ over: z.number().int().nullable().optional(), was: keptSchema.nullable().optional() })

export interface Draft {
  /** The proposal's version that it revises; null for a new proposal. */
  version: number | null
  values: Values
  /** What the form said before anybody typed; absent of drafts from before it was kept. */
  start?: Values | undefined
}

/** A draft that the portal does not have yet, and what it had last: the number of that saving, and what it said; absent: nothing. */
export interface Copy extends Draft {
  over?: number | null | undefined
  was?: Values | null | undefined
}

/** Whether two forms hold the same. */
export function sameValues(a: Values, b: Values): boolean {
  return JSON.stringify(valuesSchema.parse(a)) === JSON.stringify(valuesSchema.parse(b))
}

/** Where a form's draft stands. Each person's own: on a shared machine nobody meets another's words. */
export function draftKey(viewer: string, form: string): string {
  return `catalog-draft:${viewer}:${form}`
}

/** Reads a draft as the portal keeps it; null where it is none of this form's shape. */
export function readDraft(content: unknown): Draft | null {
  const parsed = draftSchema.safeParse(content)
  if (!parsed.success) return null
  const { format: _, ...draft } = parsed.data
  return draft
}

/** Reads a copy as the browser stored it; null where there is none, or none of this form's shape. */
export function parseCopy(stored: string | null): Copy | null {
  if (stored === null) return null
  try {
    const parsed = copySchema.safeParse(JSON.parse(stored))
    if (!parsed.success) return null
    const { format: _, ...copy } = parsed.data
    return copy
  } catch {
    return null
  }
}

/** Writes a copy as `parseCopy` reads it. */
export function printCopy(copy: Copy): string {
  return JSON.stringify({ format: 1, ...copy })
}

/** A browser's storage, as far as drafts need it. */
export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** Drafts in a storage that may refuse (blocked, full): then what is typed lives in the page alone, and `save` says so. */
export function copiesIn(storage: () => DraftStorage) {
  return {
    load(key: string): Copy | null {
      try {
        return parseCopy(storage().getItem(key))
      } catch {
        return null
      }
    },
    save(key: string, copy: Copy): boolean {
      try {
        storage().setItem(key, printCopy(copy))
        return true
      } catch {
        return false
      }
    },
    clear(key: string): void {
      try {
        storage().removeItem(key)
      } catch {
        // A storage that refuses holds no draft either.
      }
    },
  }
}
