import { ok } from '@/lib/errors'
import { decideProposal } from '@/lib/proposals/decide'
import { numberOf, textOf, UsageError, type Command, type Values } from './command'
import { personOf } from './person'

export const decideCommand: Command = {
  summary: 'accept or reject a proposal, or ask for changes',
  usage: `catalog decide ID --version N (--accept | --reject | --ask) [--reason TEXT] [--without N=REASON]… --as PERSON

  ID              the proposal's number
  --version N     the version that you read
  --accept        the catalog takes it over, as a new revision
  --reject        needs a reason
  --ask           ask the proposer for changes; needs a reason
  --reason TEXT   what the proposer, and for an acceptance everybody, will read
  --without N=REASON  with --accept: leave out the change at place N, from 1, and why; may be said again
  --as PERSON     who decides: an id, an e-mail address, provider:subject, or a local name`,
  options: {
    version: { type: 'string' },
    accept: { type: 'boolean' },
    reject: { type: 'boolean' },
    ask: { type: 'boolean' },
    reason: { type: 'string' },
    without: { type: 'string', multiple: true },
    as: { type: 'string' },
  },
  positionals: { least: 1, most: 1 },
  async run({ db, print }, values, [id]) {
    const input = {
      proposal: numberOf(id, 'ID'),
      version: numberOf(values.version, '--version'),
      verdict: verdictOf(values),
      reason: textOf(values.reason) ?? '',
      without: (Array.isArray(values.without) ? values.without : []).map(leftOutOf),
    }
    const person = await personOf(db, values)
    if (!person.ok) return person
    const decided = await decideProposal(db, person.value, input, new Date())
    if (!decided.ok) return decided
    const { state, catalogRevision } = decided.value
    const made = catalogRevision === null ? '' : ` The catalog is at revision ${catalogRevision}.`
    print(`Proposal ${id}: ${state.replace('_', ' ')}.${made}\n`)
    return ok(undefined)
  },
}

function leftOutOf(said: string | boolean): { ordinal: number; reason: string } {
  const [, place, reason = ''] = /^(\d{1,5})=(.*)$/s.exec(String(said)) ?? []
  return { ordinal: numberOf(place, 'The place in --without') - 1, reason }
}

function verdictOf({ accept, reject, ask }: Values): 'accepted' | 'rejected' | 'changes_requested' {
  const said = [accept && ('accepted' as const), reject && ('rejected' as const), ask && ('changes_requested' as const)]
  const [verdict, ...others] = said.filter((word) => typeof word === 'string')
  if (!verdict || others.length > 0) throw new UsageError('Say one of --accept, --reject, --ask.')
  return verdict
}
