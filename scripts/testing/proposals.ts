import type { Actor } from '@/lib/auth/policy'
import { currentRevision } from '@/lib/readme/load'
import type { ProposalInput } from '@/lib/proposals/change'
import { decideProposal, type Decided } from '@/lib/proposals/decide'
import type { DecisionInput } from '@/lib/proposals/decision'
import { submitProposal } from '@/lib/proposals/service'
import type { PrismaClient } from '@/prisma/generated/client'
import { maintainers } from './database'

/** A dataset to add to a section. */
export function newDataset(name: string, section = 'text'): ProposalInput['changes'][number] {
  return { op: 'add', section, entry: { kind: 'dataset', fields: { name, papers: [], description: null, links: [] } } }
}

/** Another subfield for a model of the seed. */
export async function newSubfield(db: PrismaClient, key: string, subfield: string, section = 'language-models'): Promise<ProposalInput['changes'][number]> {
  return { op: 'edit', section, key, base: await currentRevision(db), entry: { kind: 'model', fields: { subfield } } }
}

/** Sends a proposal, and answers its number. */
export async function sent(db: PrismaClient, by: Actor, ...changes: ProposalInput['changes']): Promise<number> {
  const result = await submitProposal(db, by, { changes, rationale: 'Because it is so.' })
  if (!result.ok) throw new Error(`${result.message} ${JSON.stringify(result.fields)}`)
  return result.value.id
}

/** Decides a proposal's first version, and answers what that led to. */
export async function decided(db: PrismaClient, by: Actor, proposal: number, verdict: DecisionInput['verdict'], reason = 'Good.', at = new Date()): Promise<Decided> {
  const result = await decideProposal(db, by, { proposal, version: 1, verdict, reason }, at)
  if (!result.ok) throw new Error(result.message)
  return result.value
}

/** Changes that one maintainer proposes, and another accepts. */
export async function accepted(db: PrismaClient, changes: ProposalInput['changes']): Promise<void> {
  const [mia, max] = await maintainers(db)
  await decided(db, max, await sent(db, mia, ...changes), 'accepted')
}
