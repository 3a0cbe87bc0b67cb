import type { Viewer } from '@/lib/auth/policy'
import { fail, ok, type Result } from '@/lib/errors'
import type { PrismaClient } from '@/prisma/generated/client'
import { UsageError, textOf, type Values } from './command'

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

/** The provider of people who were made on the command line: no sign-in knows it, so nobody can sign in as one. */
export const localProvider = 'local'

/** The person whom an option names; asking for nobody is a wrong call. */
export function personOf(db: PrismaClient, values: Values): Promise<Result<Viewer>> {
  const name = textOf(values.as)
  if (!name) throw new UsageError('Say who acts: --as PERSON.')
  return findPerson(db, name)
}

/** Finds a person by id, by `provider:subject`, by an e-mail link's address, or by the name of a local person. */
export async function findPerson(db: PrismaClient, name: string): Promise<Result<Viewer>> {
  const select = { id: true, name: true, role: true, blockedAt: true } as const
  const [, provider, subject] = /^([\w-]+):(.+)$/.exec(name) ?? []
  const account = { provider: provider ?? localProvider, providerAccountId: subject ?? name }
  const found = uuid.test(name)
    ? await db.user.findUnique({ where: { id: name }, select })
    : ((await db.account.findUnique({ where: { provider_providerAccountId: account }, select: { user: { select } } }))?.user ??
      (await db.user.findUnique({ where: { email: name }, select })))
  if (found) {
    const { blockedAt, ...person } = found
    return ok({ ...person, blocked: blockedAt !== null })
  }
  return fail('not-found', `Nobody here is "${name}". Name a person by id, e-mail address, provider:subject, or local name.`)
}
