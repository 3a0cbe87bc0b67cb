import type { ServerResponse } from 'node:http'
import { setTimeout as after } from 'node:timers/promises'
import { plainAnswer } from './plain-answer'

/** Whether the portal could serve its catalog now; may reject, which counts as no. */
export type Readiness = () => Promise<boolean>

const PATIENCE_MS = 2_000

/** Answers a health check: `/healthz` for the process, `/readyz` for its database and catalog. False: the path is neither. */
export async function answerHealth(path: string, response: ServerResponse, isReady: Readiness): Promise<boolean> {
  if (path === '/healthz') plainAnswer(response, 200, 'ok')
  else if (path === '/readyz') await answerReadiness(response, isReady)
  else return false
  return true
}

async function answerReadiness(response: ServerResponse, isReady: Readiness): Promise<void> {
  const ready = await Promise.race([isReady().catch(() => false), after(PATIENCE_MS, false, { ref: false })])
  if (ready) plainAnswer(response, 200, 'ready')
  else plainAnswer(response, 503, 'not ready: the database does not answer, or holds no catalog yet')
}
