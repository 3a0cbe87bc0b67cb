import { roles, type Role } from '@/lib/auth/policy'
import { grantRole } from '@/lib/auth/roles'
import { ok } from '@/lib/errors'
import type { PrismaClient } from '@/prisma/generated/client'
import { UsageError, type Command } from './command'
import { findPerson, localProvider } from './person'

export const roleCommand: Command = {
  summary: 'give a person a role',
  usage: `catalog role PERSON ${roles.join('|')} [--create]

  PERSON     an id, an e-mail address, provider:subject, or a local name
  --create   make a local person of that name first, if there is none: one for scripts, who cannot sign in`,
  options: { create: { type: 'boolean' } },
  positionals: { least: 2, most: 2 },
  async run({ db, print }, values, [name = '', word]) {
    const role = roles.find((known) => known === word)
    if (!role) throw new UsageError(`A role is one of ${roles.join(', ')}.`)
    const known = await findPerson(db, name)
    if (!known.ok && !values.create) return known
    const person = known.ok ? known.value : await create(db, name)
    const granted = await grantRole(db, 'system', person.id, role)
    if (!granted.ok) return granted
    const { from, to } = granted.value
    if (!known.ok) print(`${name} is made, as ${to}.\n`)
    else print(from === to ? `${name} is ${to} already.\n` : `${name} was ${from} and is now ${to}.\n`)
    return ok(undefined)
  },
}

async function create(db: PrismaClient, name: string): Promise<{ id: string; name: string | null; role: Role }> {
  if (!/^[\w.-]{1,60}$/.test(name)) throw new UsageError('A local name has letters, digits, dots and dashes.')
  return db.user.create({
    data: { name, accounts: { create: { provider: localProvider, providerAccountId: name, type: 'local' } } },
    select: { id: true, name: true, role: true },
  })
}
