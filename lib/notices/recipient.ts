import type { Viewer } from '@/lib/auth/policy'
import type { Prisma } from '@/prisma/generated/client'

/** The columns that a recipient is made of. */
export const recipientSelect = { id: true, name: true, role: true, blockedAt: true } satisfies Prisma.UserSelect

/** Whom something is told, as the policy asks of them: who was blocked since sees no more of others' proposals. */
export function recipientOf({ blockedAt, ...person }: Prisma.UserGetPayload<{ select: typeof recipientSelect }>): Viewer {
  return { ...person, blocked: blockedAt !== null }
}
