import { entryName } from '@/lib/catalog/entry'
import { identitiesOf, sayIdentity } from '@/lib/catalog/identity'
import type { Context, SourceRow } from '../context'
import type { Draft, Rule } from '../finding'
import { placeOfRow } from '../spot'
import { keyOf } from './duplicate-row'

/** Entries of one kind that share an arXiv id, a DOI, a repository or a name. */
export const sameIdentity: Rule = {
  name: 'same-identity',
  reason: 'Two entries with one paper, repository or name may be one, or one of them has the other’s link.',
  severity: 'note',
  check({ sections }: Context): Draft[] {
    const seen = new Map<string, SourceRow>()
    return sections.flatMap(({ rows }) => rows).flatMap((row) => {
      const shared = new Map<SourceRow, string[]>()
      for (const identity of telling(row)) {
        const key = scopeOf(row) + identity
        const first = seen.get(key)
        if (!first) seen.set(key, row)
        else if (keyOf(first) !== keyOf(row)) shared.set(first, [...(shared.get(first) ?? []), sayIdentity(identity)])
      }
      return Array.from(shared, ([first, same]) => draft(row, first, same))
    })
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
