import { ok } from '@/lib/errors'
import { queue } from '@/lib/proposals/queue'
import { textOf, type Command } from './command'
import { personOf } from './person'

export const queueCommand: Command = {
  summary: 'list the proposals that wait for a decision',
  usage: `catalog queue --as PERSON [--after CURSOR]

  --as PERSON      a maintainer
  --after CURSOR   the next page; its cursor is told beneath a page`,
  options: { as: { type: 'string' }, after: { type: 'string' } },
  positionals: { least: 0, most: 0 },
  async run({ db, print }, values) {
    const person = await personOf(db, values)
    if (!person.ok) return person
    const after = textOf(values.after)
    const listed = await queue(db, person.value, after === undefined ? {} : { after })
    if (!listed.ok) return listed
    for (const { id, version, submittedAt, title, proposer, sections, duplicates } of listed.value.items) {
      const alike = duplicates > 0 ? `, ${duplicates} likely ${duplicates === 1 ? 'duplicate' : 'duplicates'}` : ''
      print(`${id}\tversion ${version}\t${submittedAt.toISOString()}\t${title}\t${proposer}, ${sections.join(', ')}${alike}\n`)
    }
    print(listed.value.more ? `More: --after ${listed.value.more}\n` : `${listed.value.counts.total} in all.\n`)
    return ok(undefined)
  },
}
