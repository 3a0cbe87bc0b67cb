import type { z } from 'zod'
import { fail, ok, type Result } from '@/lib/errors'

/** Parses unknown input with a schema; the first message of each path stands in `fields` under its dotted path. */
export function check<S extends z.ZodType>(schema: S, input: unknown): Result<z.output<S>> {
  const parsed = schema.safeParse(input)
  if (parsed.success) return ok(parsed.data)
  const fields: Record<string, string> = {}
  for (const { path, message } of parsed.error.issues) fields[path.map(String).join('.')] ??= message
  return fail('invalid', 'Some fields need another look.', fields)
}
