import type { Prisma } from '@/prisma/generated/client'
import { openStates } from './states'

/** What is undone by a proposal, or would be once that is accepted; not by one that was undone itself. */
export const undoing = {
  by: { OR: [{ state: { in: openStates } }, { state: 'accepted', undoneBy: { none: { by: { state: 'accepted' } } } }] },
} satisfies Prisma.UndoWhereInput
