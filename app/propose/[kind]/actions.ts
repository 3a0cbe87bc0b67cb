'use server'

import { action } from '@/lib/action'
import { database } from '@/lib/db'
import type { Result } from '@/lib/errors'
import { proposalSchema, type ProposalInput } from '@/lib/proposals/change'
import { submitProposal } from '@/lib/proposals/service'

const run = action(proposalSchema, (input, viewer) => submitProposal(database(), viewer, input))

/** Sends a new proposal for review. */
export async function send(input: ProposalInput): Promise<Result<{ id: number }>> {
  return run(input)
}
