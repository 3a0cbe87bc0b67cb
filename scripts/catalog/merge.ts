import { fail, ok, type Result } from '@/lib/errors'
import { diff } from '@/lib/readme/diff'
import { merge, type Clash } from '@/lib/readme/merge'
import { patch } from '@/lib/readme/patch'
import { render } from '@/lib/readme/render'
import type { Command } from './command'
import { readLists, type ListFile } from './read-list'

export const mergeCommand: Command = {
  summary: 'bring together two edits of one list',
  usage: `catalog merge BASE OURS THEIRS [--json]

  BASE           the README that both edits began with
  OURS, THEIRS   the two edits
  --json         { text, changes, clashes } as JSON

Writes the README with both edits to standard output. Where they clash, OURS stands; the clashes are told on standard error,
and the command ends with 1.`,
  options: { json: { type: 'boolean' } },
  positionals: { least: 3, most: 3 },
  database: false,
  async run({ print, warn }, { json }, files) {
    const lists = await readLists(files)
    if (!lists.ok) return lists
    const merged = mergeLists(lists.value as [ListFile, ListFile, ListFile])
    if (!merged.ok) return merged
    const { text, changes, clashes } = merged.value
    print(json ? `${JSON.stringify({ text, changes, clashes }, null, 2)}\n` : text)
    for (const clash of clashes) warn(sayClash(clash))
    return clashes.length === 0 ? ok(undefined) : fail('conflict', `${clashes.length} ${clashes.length === 1 ? 'clash' : 'clashes'}.`)
  },
}

function mergeLists([base, our, their]: [ListFile, ListFile, ListFile]): Result<{ text: string; changes: object[]; clashes: Clash[] }> {
  const ours = diff(base.readme, our.readme)
  const { changes, clashes } = merge(base.readme, ours, diff(base.readme, their.readme))
  const left = patch(base.readme, ours)
  const merged = left.ok ? patch(left.value, changes) : left
  return merged.ok ? ok({ text: render(merged.value.parts), changes, clashes }) : merged
}

function sayClash({ section, field, what, ours, theirs }: Clash): string {
  const values = field === null ? [] : [`  ours:   ${JSON.stringify(ours ?? null)}`, `  theirs: ${JSON.stringify(theirs ?? null)}`]
  return [`${section === '' ? '' : `${section}: `}${what}`, ...values, ''].join('\n')
}
