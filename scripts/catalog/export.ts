import { fail, ok } from '@/lib/errors'
import { exportReadme } from '@/lib/readme/export'
import { numberOf, textOf, type Command } from './command'
import { writeWhole } from './output'

export const exportCommand: Command = {
  summary: 'write the README of the approved state',
  usage: `catalog export [--revision N] [--output FILE]

  --revision N    of a past catalog revision; the current one by default
  --output FILE   into a file; to standard output by default`,
  options: { revision: { type: 'string' }, output: { type: 'string' } },
  positionals: { least: 0, most: 0 },
  async run({ db, print }, values) {
    const revision = values.revision === undefined ? undefined : numberOf(values.revision, '--revision')
    const exported = await exportReadme(db, revision)
    if (!exported) return fail('not-found', revision ? `There is no revision ${revision}.` : 'The catalog is empty: import a README first.')
    const output = textOf(values.output)
    if (output !== undefined) return writeWhole(output, exported.text)
    print(exported.text)
    return ok(undefined)
  },
}
