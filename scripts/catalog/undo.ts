import { ok } from '@/lib/errors'
import { undoPerson, undoProposal } from '@/lib/proposals/undo'
import { numberOf, textOf, UsageError, type Command } from './command'
import { findPerson, personOf } from './person'

export const undoCommand: Command = {
  summary: 'propose to take back an accepted proposal, or all of a person’s',
  usage: `catalog undo (ID | --person WHO) [--reason TEXT] --as PERSON

  ID             the proposal's number
  --person WHO   all that was accepted of this person, as one proposal; what later changes of others rest on stays
  --reason TEXT  what the maintainers will read
  --as PERSON    who proposes it: an id, an e-mail address, provider:subject, or a local name`,
  options: { person: { type: 'string' }, reason: { type: 'string' }, as: { type: 'string' } },
  positionals: { least: 0, most: 1 },
  async run({ db, print }, values, [id]) {
    const who = textOf(values.person)
    if ((id === undefined) === (who === undefined)) throw new UsageError('Say one of ID and --person.')
    const actor = await personOf(db, values)
    if (!actor.ok) return actor
    const rationale = textOf(values.reason) ?? ''
    if (who === undefined) {
      const sent = await undoProposal(db, actor.value, { proposal: numberOf(id, 'ID'), rationale })
      if (!sent.ok) return sent
      print(`Proposal ${sent.value.id} undoes proposal ${id}, and is sent for review.\n`)
      return ok(undefined)
    }
    const person = await findPerson(db, who)
    if (!person.ok) return person
    const sent = await undoPerson(db, actor.value, { person: person.value.id, rationale })
    if (!sent.ok) return sent
    print(`Proposal ${sent.value.id} undoes ${sent.value.undone} proposals, and is sent for review.\n`)
    for (const title of sent.value.kept) print(`Kept, as later changes touch the same: ${title}\n`)
    return ok(undefined)
  },
}
