/** Why a request could not be fulfilled. Closed: every way out (page, action, route, command line) maps each code. */
export type ErrorCode = 'signed-out' | 'forbidden' | 'not-found' | 'invalid' | 'conflict' | 'limited' | 'unavailable' | 'bug'

/**
 * An expected failure, as a value. `message` is one sentence for the person who asked; `fields` holds messages by
 * dotted path ("entry.paper.url"), for a form to show beside its fields.
 */
export interface Failure {
  ok: false
  code: ErrorCode
  message: string
  fields?: Record<string, string>
  /** Of `limited`: the whole seconds until it may work. */
  retryAfter?: number
}

/** What a service returns: the value, or why not. Only bugs throw. */
export type Result<T> = { ok: true; value: T } | Failure

/** Wraps a value as a successful result. */
export function ok<T>(value: T): { ok: true; value: T } {
  return { ok: true, value }
}

/** Makes an expected failure. */
export function fail(code: ErrorCode, message: string, fields?: Record<string, string>): Failure {
  return fields ? { ok: false, code, message, fields } : { ok: false, code, message }
}

/** Makes the failure of somebody who did something too often; `message` says when it may work again, `retryAfter` in how many seconds. */
export function failLimited(message: string, retryAfter: number): Failure {
  return { ok: false, code: 'limited', message, retryAfter }
}

/** The HTTP status and the command line's exit code of each failure. */
export const exits: Record<ErrorCode, { status: number; exit: number }> = {
  'signed-out': { status: 401, exit: 1 },
  forbidden: { status: 403, exit: 1 },
  'not-found': { status: 404, exit: 1 },
  invalid: { status: 422, exit: 2 },
  conflict: { status: 409, exit: 1 },
  limited: { status: 429, exit: 1 },
  unavailable: { status: 503, exit: 1 },
  bug: { status: 500, exit: 70 },
}
