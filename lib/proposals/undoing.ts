import type { Prisma } from '@/prisma/generated/client'
import { openStates } from './states'

/** Proposals that undo another, or would once accepted; one that was undone itself does not. */
export const undoing = {
  OR: [{ state: { in: openStates } }, { state: 'accepted', undoneBy: { none: { state: 'accepted' } } }],
} satisfies Prisma.ProposalWhereInput
