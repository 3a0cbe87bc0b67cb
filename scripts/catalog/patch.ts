import { ok, type Result } from '@/lib/errors'
import { check } from '@/lib/check'
import { changesSchema, type Change } from '@/lib/readme/change'
import { patch } from '@/lib/readme/patch'
import { render } from '@/lib/readme/render'
import { UsageError, type Command } from './command'
import { readJson } from './input'
import { readList } from './read-list'

export const patchCommand: Command = {
  summary: 'apply changes to a list',
  usage: `catalog patch A CHANGES [--typed]

  A         the README that the changes were made against; - reads standard input
  CHANGES   what \`catalog diff\` printed; - reads standard input
  --typed   use only the typed fields of added and edited rows, as a form would, and let the layout write them

Writes the changed README to standard output.`,
  options: { typed: { type: 'boolean' } },
  positionals: { least: 2, most: 2 },
  database: false,
  async run({ print }, { typed }, [a = '', changes = '']) {
    if (a === '-' && changes === '-') throw new UsageError('Only one of A and CHANGES can be standard input.')
    const list = await readList(a)
    if (!list.ok) return list
    const read = await readChanges(changes)
    if (!read.ok) return read
    const patched = patch(list.value.readme, read.value, { typed: typed === true })
    if (!patched.ok) return patched
    print(render(patched.value.parts))
    return ok(undefined)
  },
}

async function readChanges(file: string): Promise<Result<Change[]>> {
  const json = await readJson(file)
  return json.ok ? check(changesSchema, json.value) : json
}
