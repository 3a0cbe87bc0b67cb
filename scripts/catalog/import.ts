import { fail, ok, type Result } from '@/lib/errors'
import { proposeReadme } from '@/lib/proposals/import'
import { importReadme } from '@/lib/readme/import'
import { currentRevision } from '@/lib/readme/load'
import { numberOf, textOf, type Command, type Context, type Values } from './command'
import { readInput } from './input'
import { personOf } from './person'

export const importCommand: Command = {
  summary: 'import a README: into an empty catalog, or edited, as a proposal',
  usage: `catalog import FILE [--as PERSON] [--base REVISION] [--rationale TEXT] [--revise ID --version N]

  FILE              the README; - reads standard input
  --as PERSON       who proposes, a maintainer: an id, an e-mail address, provider:subject, or a local name
  --base REVISION   the catalog revision whose README was edited; the current one by default
  --rationale TEXT  a note to those who review it
  --revise ID       instead of a new proposal, the next version of this one
  --version N       with --revise: the version that you read

Into an empty catalog it goes as revision 1: taken apart into sections and entries; cells that fit no field are kept as
written and listed. After that it makes a proposal of exactly what was edited; accepted, the export is this file again.`,
  options: {
    as: { type: 'string' },
    base: { type: 'string' },
    rationale: { type: 'string' },
    revise: { type: 'string' },
    version: { type: 'string' },
  },
  positionals: { least: 1, most: 1 },
  async run(context, values, [file = '-']) {
    const bytes = await readInput(file)
    if (!bytes.ok) return bytes
    const revision = await currentRevision(context.db)
    if (revision === 0) return importFirst(context, file, bytes.value)
    if (values.as === undefined) {
      return fail(
        'conflict',
        `The catalog is not empty: it is at revision ${revision}. To propose an edited README say who proposes it: --as PERSON.`,
      )
    }
    return propose(context, values, bytes.value)
  },
}

async function importFirst({ db, print }: Context, file: string, bytes: Uint8Array): Promise<Result<void>> {
  const imported = await importReadme(db, bytes, null)
  if (!imported.ok) return imported
  const { revision, sections, models, datasets, others, problems } = imported.value
  for (const { line, column, message } of problems) print(`${file}:${line}:${column} ${message}\n`)
  print(`Revision ${revision}: ${models} models, ${datasets} datasets and ${others} other entries in ${sections} sections.\n`)
  return ok(undefined)
}

async function propose({ db, print }: Context, values: Values, bytes: Uint8Array): Promise<Result<void>> {
  const base = values.base === undefined ? undefined : numberOf(values.base, '--base')
  const proposal = values.revise === undefined ? null : numberOf(values.revise, '--revise')
  const revises = proposal === null ? undefined : { proposal, version: numberOf(values.version, '--version') }
  const person = await personOf(db, values)
  if (!person.ok) return person
  const sent = await proposeReadme(db, person.value, { bytes, base, rationale: textOf(values.rationale) ?? '', revises })
  if (!sent.ok) return fail(sent.code, sent.message)
  const { id, version, title, changes, base: against } = sent.value
  print(`Proposal ${id}, version ${version}, is sent for review: ${title}.\n`)
  print(`${changes === 1 ? 'One change' : `${changes} changes`} against revision ${against}.\n`)
  return ok(undefined)
}
