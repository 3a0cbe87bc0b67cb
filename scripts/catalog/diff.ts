import { ok } from '@/lib/errors'
import { diff } from '@/lib/readme/diff'
import type { Change } from '@/lib/readme/change'
import type { Command } from './command'
import { readLists, type ListFile } from './read-list'

export const diffCommand: Command = {
  summary: 'the changes that turn one list into another',
  usage: `catalog diff A B [--json]

  A, B     READMEs; - reads standard input
  --json   indented

Prints a JSON array, one change on a line: add, edit, remove, move, text, layout. \`catalog patch A\` makes B of it.`,
  options: { json: { type: 'boolean' } },
  positionals: { least: 2, most: 2 },
  database: false,
  async run({ print }, { json }, files) {
    const lists = await readLists(files)
    if (!lists.ok) return lists
    const [a, b] = lists.value as [ListFile, ListFile]
    print(sayChanges(diff(a.readme, b.readme), json === true))
    return ok(undefined)
  },
}

/** Changes as JSON: one on a line, for eyes and for version control, or indented. */
export function sayChanges(changes: readonly Change[], indented: boolean): string {
  if (indented || changes.length === 0) return `${JSON.stringify(changes, null, 2)}\n`
  return `[\n${changes.map((change) => JSON.stringify(change)).join(',\n')}\n]\n`
}
