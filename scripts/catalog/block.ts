import { blockPerson, unblockPerson } from '@/lib/auth/blocks'
import { ok } from '@/lib/errors'
import { textOf, type Command } from './command'
import { findPerson } from './person'

export const blockCommand: Command = {
  summary: 'block a person',
  usage: `catalog block PERSON --reason TEXT

  PERSON         an id, an e-mail address, provider:subject, or a local name
  --reason TEXT  why; they will read it. They can then read, and change nothing; what was accepted of them stays`,
  options: { reason: { type: 'string' } },
  positionals: { least: 1, most: 1 },
  async run({ db, print }, values, [name = '']) {
    const person = await findPerson(db, name)
    if (!person.ok) return person
    const blocked = await blockPerson(db, 'system', { person: person.value.id, reason: textOf(values.reason) ?? '' })
    if (!blocked.ok) return blocked
    print(`${name} is blocked.\n`)
    return ok(undefined)
  },
}

export const unblockCommand: Command = {
  summary: 'let a blocked person change things again',
  usage: `catalog unblock PERSON

  PERSON  an id, an e-mail address, provider:subject, or a local name`,
  options: {},
  positionals: { least: 1, most: 1 },
  async run({ db, print }, _values, [name = '']) {
    const person = await findPerson(db, name)
    if (!person.ok) return person
    const unblocked = await unblockPerson(db, 'system', person.value.id)
    if (!unblocked.ok) return unblocked
    print(`${name} is not blocked any more.\n`)
    return ok(undefined)
  },
}
