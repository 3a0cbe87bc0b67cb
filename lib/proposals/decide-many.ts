import type { Actor } from '@/lib/auth/policy'
import type { Result } from '@/lib/errors'
import type { PrismaClient } from '@/prisma/generated/client'
import { decideProposal, type Decided } from './decide'
import type { DecisionInput } from './decision'

/** The same said of several proposals, each in the version that was read. */
export interface DecisionOfMany extends Omit<DecisionInput, 'proposal' | 'version' | 'without'> {
  proposals: readonly { proposal: number; version: number }[]
}

/** What came of one of them. */
export interface Outcome {
  proposal: number
  result: Result<Decided>
}

/** Decides several proposals with one verdict and one reason, one after another: each succeeds or fails by itself. */
export async function decideMany(db: PrismaClient, actor: Actor, { proposals, ...said }: DecisionOfMany, now: Date): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (const { proposal, version } of proposals) {
    outcomes.push({ proposal, result: await decideProposal(db, actor, { proposal, version, ...said }, now) })
  }
  return outcomes
}
