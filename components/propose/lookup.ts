import { z } from 'zod'
import { entryKinds } from '@/lib/catalog/entry'

/** A likely duplicate, as /api/duplicates tells it. */
const duplicateSchema = z.object({
  why: z.string(),
  entry: z.object({ kind: z.enum(entryKinds), slug: z.string(), name: z.string() }).nullable(),
  proposal: z.object({ id: z.number(), title: z.string() }).nullable(),
  readable: z.boolean(),
})

export type LikelyDuplicate = z.output<typeof duplicateSchema>

/** Reads an answer of /api/duplicates; anything else is no duplicates: a warning that fails never stands in the way. */
export function readDuplicates(answer: unknown): LikelyDuplicate[] {
  const parsed = z.array(duplicateSchema).safeParse(answer)
  return parsed.success ? parsed.data : []
}

/** Asks for the likely duplicates of a question (a query string); rejects when the signal aborts. */
export type Ask = (question: string, signal: AbortSignal) => Promise<LikelyDuplicate[]>

interface Watch {
  question: string | null
  found: readonly LikelyDuplicate[]
  stop: () => void
}

const none: readonly LikelyDuplicate[] = []

/**
 * Keeps the likely duplicates of several fields while they are typed: each field asks once its person pauses, and a
 * newer question of the field drops the older one's answer.
 */
export function createLookup(ask: Ask, pause = 400) {
  const watches = new Map<string, Watch>()
  const listeners = new Set<() => void>()

  function show(field: string, watch: Watch) {
    watches.set(field, watch)
    listeners.forEach((listener) => listener())
  }

  return {
    /** What a field asks now; null when it holds nothing to ask about. */
    update(field: string, question: string | null) {
      const before = watches.get(field)
      if ((before?.question ?? null) === question) return
      before?.stop()
      if (question === null) return show(field, { question, found: none, stop: () => {} })
      const control = new AbortController()
      const timer = setTimeout(async () => {
        const found = await ask(question, control.signal).catch(() => none)
        if (!control.signal.aborted) show(field, { question, found, stop: () => {} })
      }, pause)
      const stop = () => {
        clearTimeout(timer)
        control.abort()
      }
      show(field, { question, found: before?.found ?? none, stop })
    },
    found: (field: string): readonly LikelyDuplicate[] => watches.get(field)?.found ?? none,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

export type Lookup = ReturnType<typeof createLookup>
