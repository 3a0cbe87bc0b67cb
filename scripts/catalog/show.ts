import { ok } from '@/lib/errors'
import type { DiffLine } from '@/lib/readme/line-diff'
import { proposalView } from '@/lib/proposals/queries'
import { sayChange, sayClash } from './changes'
import { numberOf, type Command } from './command'
import { personOf } from './person'

export const showCommand: Command = {
  summary: 'show a proposal: its state, what was said, and the README lines that it changes',
  usage: `catalog show ID --as PERSON [--json]

  --as PERSON   its proposer, or a maintainer
  --json        everything, as JSON`,
  options: { as: { type: 'string' }, json: { type: 'boolean' } },
  positionals: { least: 1, most: 1 },
  async run({ db, print }, values, [id]) {
    const person = await personOf(db, values)
    if (!person.ok) return person
    const found = await proposalView(db, person.value, numberOf(id, 'ID'), new Date())
    if (!found.ok) return found
    const view = found.value
    if (values.json) {
      print(`${JSON.stringify(view, null, 2)}\n`)
      return ok(undefined)
    }
    print(`${view.id}, version ${view.version}: ${view.title} (${view.state.replace('_', ' ')}), by ${view.proposer.name}\n`)
    if (view.rationale) print(`${view.rationale}\n`)
    for (const { version, verdict, decider, reason } of view.decisions) {
      print(`Version ${version}: ${verdict.replace('_', ' ')} by ${decider}. ${reason}\n`)
    }
    for (const { duplicates } of view.changes) {
      for (const { why, entry, proposal } of duplicates) print(`Likely a duplicate of ${entry?.name ?? proposal?.title}: ${why}\n`)
    }
    for (const clash of view.clashes) print(sayClash(clash))
    if (view.blocked) print(`It cannot be accepted as the catalog is now: ${view.blocked}\n`)
    if (view.changes.some(({ op }) => op !== 'add')) print(view.changes.map(sayChange).join(''))
    if (view.total > view.changes.length) print(`And ${view.total - view.changes.length} changes more.\n`)
    print((view.readme ?? []).map(sayLine).join(''))
    return ok(undefined)
  },
}

const signs = { context: ' ', added: '+', removed: '-', padding: '~' } as const

/** As a unified diff would, with `~` for a line whose padding alone changes. */
function sayLine(line: DiffLine): string {
  return line.type === 'gap' ? `@@ ${line.lines} lines unchanged @@\n` : `${signs[line.type]}${line.text}\n`
}
