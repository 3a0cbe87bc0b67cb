import { z } from 'zod'
import { exits, fail, ok, type ErrorCode, type Result } from '@/lib/errors'
import { recordSchema, type LookupRecord } from '@/lib/lookup/record'

const answerSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: recordSchema }),
  z.object({ ok: z.literal(false), code: z.enum(Object.keys(exits) as [ErrorCode]), message: z.string() }),
])

const lost = fail('unavailable', 'No answer came: the connection or the portal may be down.')

/** Asks the portal to look up what was pasted; whatever goes wrong is told in a sentence. */
export async function askLookup(text: string): Promise<Result<LookupRecord>> {
  const body = JSON.stringify({ text })
  const answer = await fetch('/api/lookup', { method: 'POST', body, headers: { 'content-type': 'application/json' } }).catch(() => null)
  const parsed = answerSchema.safeParse(await answer?.json().catch(() => null))
  if (!parsed.success) return lost
  return parsed.data.ok ? ok(parsed.data.value) : fail(parsed.data.code, parsed.data.message)
}
