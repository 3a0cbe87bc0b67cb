import type { PrismaClient } from '@/prisma/generated/client'

/** An account that somebody signed in with. */
export interface SignedIn {
  userId: string
  provider: string
  providerAccountId: string
}

/**
 * Makes whoever signed in the first admin, where the setting names their account (`provider:subject`, or the address of an e-mail
 * link) and there is no admin; answers whether it did. Once there is one, the setting means nothing: roles are that admin's to grant.
 */
export async function makeFirstAdmin(db: PrismaClient, named: string, { userId, provider, providerAccountId }: SignedIn): Promise<boolean> {
  const isNamed = provider === 'email' ? providerAccountId.toLowerCase() === named.toLowerCase() : `${provider}:${providerAccountId}` === named
  if (!isNamed) return false
  return db.$transaction(async (tx) => {
    const [person] = await tx.$queryRaw<{ role: string }[]>`SELECT role::text FROM "user" WHERE id = ${userId}::uuid FOR NO KEY UPDATE`
    if (!person || (await tx.user.count({ where: { role: 'admin' } })) > 0) return false
    await tx.user.update({ where: { id: userId }, data: { role: 'admin' } })
    await tx.event.create({ data: { kind: 'role_changed', actorId: null, data: { userId, from: person.role, to: 'admin', first: true } } })
    return true
  })
}
