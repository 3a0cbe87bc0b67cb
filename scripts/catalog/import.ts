import { ok } from '@/lib/errors'
import { importReadme } from '@/lib/readme/import'
import type { Command } from './command'
import { readInput } from './input'

export const importCommand: Command = {
  summary: 'import a README into an empty catalog',
  usage: `catalog import FILE

  FILE      the README; - reads standard input

Takes the README apart into sections and entries, as catalog revision 1. Works once: into an empty catalog.
Cells that fit no field are kept as written and listed.`,
  options: {},
  positionals: { least: 1, most: 1 },
  async run({ db, print }, _, [file = '-']) {
    const bytes = await readInput(file)
    if (!bytes.ok) return bytes
    const imported = await importReadme(db, bytes.value, null)
    if (!imported.ok) return imported
    const { revision, sections, models, datasets, others, problems } = imported.value
    for (const { line, column, message } of problems) print(`${file}:${line}:${column} ${message}\n`)
    print(`Revision ${revision}: ${models} models, ${datasets} datasets and ${others} other entries in ${sections} sections.\n`)
    return ok(undefined)
  },
}
