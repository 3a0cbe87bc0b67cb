import { z } from 'zod'
import { valuesSchema, type Values } from './values'

// A draft from before there were such fields has none of them filled.
const keptSchema = z.preprocess((values) => (typeof values === 'object' ? { more: {}, rewritten: [], ...values } : values), valuesSchema)

/** What is kept of a form that was not sent: what was typed, over what, and which version of the proposal that was. */
const draftSchema = z.object({
  format: z.literal(1),
  version: z.number().int().nullable(),
  values: keptSchema,
  start: keptSchema.optional(),
})

export interface Draft {
  /** The proposal's version that it revises; null for a new proposal. */
  version: number | null
  values: Values
  /** What the form said before anybody typed; absent of drafts from before it was kept. */
  start?: Values | undefined
}

/** Where a form's draft stands. Each person's own: on a shared machine nobody meets another's words. */
export function draftKey(viewer: string, form: string): string {
  return `catalog-draft:${viewer}:${form}`
}

/** Reads a draft as it was stored; null where there is none, or none of this form's shape. */
export function parseDraft(stored: string | null): Draft | null {
  if (stored === null) return null
  try {
    const parsed = draftSchema.safeParse(JSON.parse(stored))
    if (!parsed.success) return null
    const { format: _, ...draft } = parsed.data
    return draft
  } catch {
    return null
  }
}

/** Writes a draft as `parseDraft` reads it. */
export function printDraft(draft: Draft): string {
  return JSON.stringify({ format: 1, ...draft })
}

/** A browser's storage, as far as drafts need it. */
export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** Drafts in a storage that may refuse (blocked, full): then what is typed lives in the page alone, and `save` says so. */
export function draftsIn(storage: () => DraftStorage) {
  return {
    load(key: string): Draft | null {
      try {
        return parseDraft(storage().getItem(key))
      } catch {
        return null
      }
    },
    save(key: string, draft: Draft): boolean {
      try {
        storage().setItem(key, printDraft(draft))
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
