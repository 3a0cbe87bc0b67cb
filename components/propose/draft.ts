import { z } from 'zod'
import { shapes, type Shape } from './shapes'

/** What is kept of a form that was not sent: what was typed, over what, and which version of the proposal that was. */
export interface Draft<V extends object> {
  /** The proposal's version that it revises; null for a new proposal. */
  version: number | null
  values: V
  /** What the form said before anybody typed; absent of drafts from before it was kept. */
  start?: V | undefined
  /** What it is about, as its list calls that: an entry that it changes, "the text above Vision Models"; absent of a new entry. */
  about?: string | undefined
}

/** A draft that the portal does not have yet, and what it had last: the number of that saving, and what it said; absent: nothing. */
export interface Copy<V extends object> extends Draft<V> {
  over?: number | null | undefined
  was?: V | null | undefined
}

function draftSchema<V extends object>({ name, schema }: Shape<V>) {
  // A draft from before there were other forms is one of an entry's fields.
  const shape = z.string().default('entry').refine((given) => given === name)
  return z.object({ format: z.literal(1), shape, about: z.string().max(400).optional(), version: z.number().int().nullable(), values: schema, start: schema.optional() })
}

/** The browser's own copy of what the portal does not have yet. */
function copySchema<V extends object>(shape: Shape<V>) {
  return draftSchema(shape).extend({ over: z.number().int().nullable().optional(), was: shape.schema.nullable().optional() })
}

/** Whether two forms hold the same. */
export function sameValues<V extends object>({ schema }: Shape<V>, a: V, b: V): boolean {
  return JSON.stringify(schema.parse(a)) === JSON.stringify(schema.parse(b))
}

/** Where a form's draft stands. Each person's own: on a shared machine nobody meets another's words. */
export function draftKey(viewer: string, form: string): string {
  return `catalog-draft:${viewer}:${form}`
}

/** A draft as the portal keeps it. */
export function keptDraft<V extends object>({ name }: Shape<V>, draft: Draft<V>): object {
  return { format: 1, shape: name, ...draft }
}

/** Reads a draft as the portal keeps it; null where it is none of this shape. */
export function readDraft<V extends object>(shape: Shape<V>, content: unknown): Draft<V> | null {
  const parsed = draftSchema(shape).safeParse(content)
  if (!parsed.success) return null
  const { format: _, shape: __, ...draft } = parsed.data
  return draft
}

/** A draft of whichever shape it is. */
export type AnyDraft = { [Name in keyof typeof shapes]: { shape: Name; draft: Draft<z.output<(typeof shapes)[Name]['schema']>> } }[keyof typeof shapes]

/** Reads a draft of any form; null where it is none. */
export function readAnyDraft(content: unknown): AnyDraft | null {
  for (const shape of Object.values(shapes)) {
    const draft = readDraft(shape as Shape<object>, content)
    if (draft) return { shape: shape.name, draft } as AnyDraft
  }
  return null
}

/** Reads a copy as the browser stored it; null where there is none, or none of this shape. */
export function parseCopy<V extends object>(shape: Shape<V>, stored: string | null): Copy<V> | null {
  if (stored === null) return null
  try {
    const parsed = copySchema(shape).safeParse(JSON.parse(stored))
    if (!parsed.success) return null
    const { format: _, shape: __, ...copy } = parsed.data
    return copy
  } catch {
    return null
  }
}

/** Writes a copy as `parseCopy` reads it. */
export function printCopy<V extends object>(shape: Shape<V>, copy: Copy<V>): string {
  return JSON.stringify(keptDraft(shape, copy))
}

/** A browser's storage, as far as drafts need it. */
export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** Drafts in a storage that may refuse (blocked, full): then what is typed lives in the page alone, and `save` says so. */
export function copiesIn<V extends object>(shape: Shape<V>, storage: () => DraftStorage) {
  return {
    load(key: string): Copy<V> | null {
      try {
        return parseCopy(shape, storage().getItem(key))
      } catch {
        return null
      }
    },
    save(key: string, copy: Copy<V>): boolean {
      try {
        storage().setItem(key, printCopy(shape, copy))
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
