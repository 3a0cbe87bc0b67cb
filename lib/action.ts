import 'server-only'
import { randomUUID } from 'node:crypto'
import { headers } from 'next/headers'
import { unstable_rethrow } from 'next/navigation'
import type { z } from 'zod'
import { isOwnOrigin } from '@/lib/auth/origin'
import type { Actor } from '@/lib/auth/policy'
import { currentViewer } from '@/lib/auth/viewer'
import { isPassing } from '@/lib/db'
import { check } from '@/lib/check'
import { settings } from '@/lib/env'
import { fail, type Failure, type Result } from '@/lib/errors'

/**
 * Makes the body of a server action: refuses a request from elsewhere, parses the input (a form's data or a plain value)
 * with `schema`, and hands it to `handler` with whoever asks. The handler's service says whether they may. Fails as
 * `forbidden` (foreign origin), `invalid` (with messages by field), `unavailable` (the database is busy or away) or `bug`;
 * both of these are logged, a bug under the reference in its message;
 * redirects and not-founds pass through.
 */
export function action<S extends z.ZodType, T>(
  schema: S,
  handler: (input: z.output<S>, viewer: Actor) => Promise<Result<T>>,
): (input: unknown) => Promise<Result<T>> {
  return async (input) => {
    try {
      // Next lets an action without an Origin pass.
      if (!isOwnOrigin((await headers()).get('origin'), settings().publicOrigin)) return foreign
      const parsed = check(schema, input instanceof FormData ? Object.fromEntries(input) : input)
      return parsed.ok ? await handler(parsed.value, await currentViewer()) : parsed
    } catch (error) {
      unstable_rethrow(error)
      return isPassing(error) ? unavailable(error) : bug(error)
    }
  }
}

const foreign = fail('forbidden', 'This request did not come from one of the portal’s own pages. Reload the page and try again.')

function unavailable(error: unknown): Failure {
  console.error('unavailable', error)
  return fail('unavailable', 'The portal is busy, or its database does not answer. Try again in a moment.')
}

function bug(error: unknown): Failure {
  const reference = randomUUID().slice(0, 8)
  console.error(`bug ${reference}`, error)
  return fail('bug', `Something went wrong on our side. Try again; if it stays so, tell a maintainer this reference: ${reference}.`)
}
