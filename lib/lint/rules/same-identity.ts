import { entryName } from '@/lib/catalog/entry'
import { identitiesOf, sayIdentity } from '@/lib/catalog/identity'
import type { Context, SourceRow } from '../context'
import type { Draft, Rule } from '../finding'
import { placeOfRow } from '../spot'
import { keyOf } from './duplicate-row'

/** What more entries share than this is a home of many, and says nothing of any two of them. */
const most = 4

/** Entries of one kind that share an arXiv id, a DOI, a repository or a name. */
export const sameIdentity: Rule = {
  name: 'same-identity',
  reason: 'Two entries with one paper, repository or name may be one, or one of them has the other’s link.',
  severity: 'note',
  check({ sections }: Context): Draft[] {
    const firstOf = new Map<string, SourceRow>()
    const holders = new Map<string, [SourceRow, ...SourceRow[]]>()
    const shared = new Map<SourceRow, Map<SourceRow, string[]>>()
    for (const row of sections.flatMap(({ rows }) => rows)) {
      for (const identity of telling(row)) {
        const key = scopeOf(row) + identity
        const first = firstOf.get(key)
        const known = holders.get(key)
        if (!first) firstOf.set(key, row)
        else if (!known) holders.set(key, [first, row])
        else if (known.length <= most) known.push(row)
      }
    }
    for (const [key, [first, ...others]] of holders) {
      if (others.length >= most) continue
      for (const row of others) {
        if (keyOf(first) === keyOf(row)) continue
        const firsts = shared.get(row) ?? new Map<SourceRow, string[]>()
        shared.set(row, firsts.set(first, [...(firsts.get(first) ?? []), sayIdentity(key.slice(scopeOf(row).length))]))
      }
    }
    return Array.from(shared, ([row, firsts]) => Array.from(firsts, ([first, same]) => draft(row, first, same))).flat()
  },
}

/** What a row of any other table links to need not be its own, and its first cell need not be its name: papers alone tell. */
function telling({ section, entry }: SourceRow): string[] {
  const schemes = section.kind === 'table' ? /^table\/(arxiv|doi):/ : /\/(arxiv|doi|repo|name):/
  return identitiesOf(entry).filter((identity) => schemes.test(identity))
}

/** Other lists show a paper under every heading that it belongs to: there it is asked for within one table alone. */
function scopeOf({ section }: SourceRow): string {
  return section.kind === 'table' ? `${section.key} ` : ''
}

function draft(row: SourceRow, first: SourceRow, same: string[]): Draft {
  const [name, other] = [entryName(row.entry), entryName(first.entry)]
  return { place: placeOfRow(row), message: `"${name}" has the ${same.join(' and the ')} as "${other}" in line ${first.line + 1}.` }
}
