import { exits, type ErrorCode, type Failure } from '@/lib/errors'
import type { Problem } from './schemas'

/** The problems that the API tells, by failure: the anchor on the page `/api`, and what the problem is called. */
export const problems = {
  invalid: { anchor: 'invalid-parameter', title: 'A parameter is wrong', status: 400 },
  'not-found': { anchor: 'not-found', title: 'Nothing is there', status: 404 },
  method: { anchor: 'only-reading', title: 'It is only read', status: 405 },
  gone: { anchor: 'gone', title: 'It was removed', status: 410 },
  limited: { anchor: 'too-many-requests', title: 'Too many requests', status: 429 },
  unavailable: { anchor: 'unavailable', title: 'The catalog can’t be asked now', status: 503 },
} as const

export type ProblemName = keyof typeof problems

const others: Record<Exclude<ErrorCode, ProblemName>, string> = {
  'signed-out': 'Signed out',
  forbidden: 'Not allowed',
  conflict: 'It was changed meanwhile',
  bug: 'Something went wrong',
}

/** A failure as RFC 9457 has it, with the parameters that are wrong. */
export function problemOf({ code, message, fields }: Failure): Problem {
  if (!(code in problems)) return { type: 'about:blank', title: others[code as keyof typeof others], status: exits[code].status, detail: message }
  const errors = Object.entries(fields ?? {}).map(([parameter, detail]) => ({ parameter, detail }))
  return { ...problemNamed(code as ProblemName, message), ...(errors.length > 0 && { errors }) }
}

/** A problem by its name. */
export function problemNamed(name: ProblemName, detail: string): Problem {
  const { anchor, title, status } = problems[name]
  return { type: `/api#${anchor}`, title, status, detail }
}
