import { problemNamed } from '@/lib/api/problem'
import { OPTIONS, problem } from '../answer'

export const dynamic = 'force-dynamic'
export { OPTIONS }

/** An address below the API where nothing is. */
export function GET(): Response {
  return problem(problemNamed('not-found', 'There is no such address in the API. /api/v1 tells which there are.'))
}
