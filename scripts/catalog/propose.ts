import { ok } from '@/lib/errors'
import type { ProposalInput } from '@/lib/proposals/change'
import { reviseProposal, submitProposal } from '@/lib/proposals/service'
import { numberOf, type Command } from './command'
import { readJson } from './input'
import { personOf } from './person'

export const proposeCommand: Command = {
  summary: 'send a proposal, or a new version of one, for review',
  usage: `catalog propose FILE --as PERSON [--revise ID --version N]

  FILE          the proposal as JSON; - reads standard input:
                { "rationale": "…", "changes": [{ "op": "add", "section": "language-models", "entry":
                  { "kind": "model", "fields": { "name": "…", "subfield": "…", "paper": { "label": "title", "url": "https://…" },
                    "code": null, "base": ["…"], "data": ["…"], "starred": false } } }] }
                a dataset's fields: "name", "papers": [{ "label", "url" }], "description", "links": [{ "label", "url" }]
                a row of any other table: "kind": "table", "fields": {}, "more": { "COLUMN": "inline markdown", … };
                "more" of a model or dataset holds the columns that its table has beside its own
                other changes name an entry by its address and the revision that they know it from:
                { "op": "edit", "section": "…", "key": "chatdoctor", "base": 7, "entry": { "kind": "model", "fields": { … } } }
                { "op": "remove", …, "reason": "…", "into": "the-entry-that-stays" } (into: where it repeats one)
                { "op": "move", …, "to": "other-section", "place": "start", "end" or { "after": "other-entry" } }
  --as PERSON   who proposes: an id, an e-mail address, provider:subject, or a local name
  --revise ID   instead of a new one, the next version of this proposal
  --version N   with --revise: the version that you read`,
  options: { as: { type: 'string' }, revise: { type: 'string' }, version: { type: 'string' } },
  positionals: { least: 1, most: 1 },
  async run({ db, print }, values, [file = '-']) {
    const revised = values.revise === undefined ? null : numberOf(values.revise, '--revise')
    const version = revised === null ? 0 : numberOf(values.version, '--version')
    const person = await personOf(db, values)
    if (!person.ok) return person
    const json = await readJson(file)
    if (!json.ok) return json
    // The service parses it with the schema; nothing is taken on trust here.
    const input = json.value as ProposalInput
    const sent =
      revised === null
        ? await submitProposal(db, person.value, input)
        : await reviseProposal(db, person.value, { proposal: revised, version, input })
    if (!sent.ok) return sent
    print(`Proposal ${sent.value.id}, version ${revised === null ? 1 : version + 1}, is sent for review.\n`)
    return ok(undefined)
  },
}
