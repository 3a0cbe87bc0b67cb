'use server'

import { z } from 'zod'
import { action } from '@/lib/action'
import { database } from '@/lib/db'
import type { Result } from '@/lib/errors'
import { proposalSchema, type ProposalInput } from '@/lib/proposals/change'
import { reviseProposal } from '@/lib/proposals/service'

// Extended, not nested: messages keep the paths that the form knows.
const revisionSchema = proposalSchema.extend({ proposal: z.number().int().positive(), version: z.number().int().positive() })

const run = action(revisionSchema, ({ proposal, version, ...input }, viewer) =>
  reviseProposal(database(), viewer, { proposal, version, input }),
)

/** Sends a new version of a proposal, made from the version named. */
export async function sendRevision(
  revises: { proposal: number; version: number },
  input: ProposalInput,
): Promise<Result<{ id: number; version: number }>> {
  return run({ ...revises, ...input })
}
