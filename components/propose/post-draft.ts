import { z } from 'zod'
import { keptDraft, readAnyDraft, readDraft, type Draft } from './draft'
import type { Answer } from './keeper'
import type { Shape } from './shapes'

/** What the page of a form sends to /api/drafts: a draft to keep, or none, where what is kept is to be thrown away. */
export const keepingSchema = z.object({
  form: z.string().min(1).max(500),
  /** The saving that it is typed over; null: none. */
  over: z.number().int().positive().max(2_000_000_000).nullable(),
  draft: z.looseObject({}).refine((content) => readAnyDraft(content) !== null).nullable(),
})

const answerSchema = z.union([
  z.object({ kept: z.literal(true), revision: z.number().int() }),
  z.object({ kept: z.literal(false), draft: z.object({ revision: z.number().int(), content: z.unknown() }).nullable() }),
])

/** Reads what /api/drafts answers; null of anything else. */
export function readAnswer<V extends object>(shape: Shape<V>, answer: unknown): Answer<V> {
  const parsed = answerSchema.safeParse(answer)
  if (!parsed.success) return null
  if (parsed.data.kept) return parsed.data
  const { draft: other } = parsed.data
  const draft = other && readDraft(shape, other.content)
  return { kept: false, saved: other && draft ? { revision: other.revision, draft } : null }
}

/** A request that outlives its page may be so long, in characters. */
const outlives = 30_000

/** Keeps a draft of the form called `form` at the portal; null where that does not answer, or nobody is signed in any more. */
export function postDraft<V extends object>(shape: Shape<V>, form: string) {
  return async (draft: Draft<V> | null, over: number | null, last: boolean): Promise<Answer<V>> => {
    const body = JSON.stringify({ form, over, draft: draft && keptDraft(shape, draft) })
    try {
      const keepalive = last && body.length < outlives
      const answer = await fetch('/api/drafts', { method: 'PUT', body, keepalive, headers: { 'content-type': 'application/json' } })
      return answer.ok ? readAnswer(shape, await answer.json()) : null
    } catch {
      // No answer: the copy in the browser stays, and it is tried again.
      return null
    }
  }
}
