import { kindOf, type Columns, type EntryKind } from './entry'
import type { Column } from './kinds/kind'
import { plainText } from './markdown'

/** What a table's header means: the kind of its rows and what each column holds, in order. */
export interface Fit {
  kind: EntryKind
  columns: Columns
}

/**
 * Tells what a table's header means. It is a model's or a dataset's when it has that kind's name column, at least one
 * column more of it, and no more strange columns than known ones; a vague name ("Name") needs a telling column beside it.
 * Strange columns are named by their header. Any other table is of the kind `table`.
 */
export function fitHeader(headers: readonly string[]): Fit {
  const folded = headers.map(foldHeader)
  for (const kind of ['model', 'dataset'] as const) {
    const columns = fitKind(kind, folded)
    if (columns) return { kind, columns: keysOf(headers, columns) }
  }
  return { kind: 'table', columns: keysOf(headers, []) }
}

function fitKind(kind: 'model' | 'dataset', folded: readonly string[]): (string | undefined)[] | undefined {
  const { columns } = kindOf(kind)
  if (folded.length > columns.length * 2) return undefined
  const clear = claimColumns(names[kind].clear, folded)
  const isTelling = columns.some(({ key, telling }) => telling && clear.includes(key))
  const found = isTelling ? claimColumns(names[kind].any, folded) : clear
  const known = found.filter((key) => key !== undefined).length
  return found.includes('name') && known > 1 && known * 2 >= folded.length ? found : undefined
}

/** Keys of the columns that a folded header names, in the kind's order. */
type Names = ReadonlyMap<string, readonly string[]>

const names = { model: namesOf('model'), dataset: namesOf('dataset') }

function namesOf(kind: EntryKind): { clear: Names; any: Names } {
  const by = (headersOf: (column: Column<never>) => readonly string[]) => {
    const pairs = kindOf(kind).columns.flatMap((column) => headersOf(column).map((header) => [foldHeader(header), column.key] as const))
    return new Map(pairs.map(([header]) => [header, pairs.filter(([other]) => other === header).map(([, key]) => key)]))
  }
  return { clear: by(({ headers }) => headers), any: by(({ headers, vague }) => [...headers, ...vague]) }
}

/** Gives each header the column that it names, each column once. */
function claimColumns(known: Names, folded: readonly string[]): (string | undefined)[] {
  const taken = new Set<string>()
  return folded.map((header) => {
    const key = known.get(header)?.find((own) => !taken.has(own))
    if (key !== undefined) taken.add(key)
    return key
  })
}

// What follows in a longer header is a remark.
const longest = 120

/** A key for every column: the kind's (`known`), or else the header's text, told apart where two are alike. */
export function keysOf(headers: readonly string[], known: readonly (string | undefined)[]): string[] {
  const taken = new Set(known.filter((key) => key !== undefined))
  const last = new Map<string, number>()
  return headers.map((header, index) => {
    const own = known[index]
    if (own !== undefined) return own
    const said = plainText(header).slice(0, longest).toWellFormed().trim()
    // No object keeps a value under that name.
    const wanted = said === '' || said === '__proto__' ? `Column ${index + 1}` : said
    let key = wanted
    let number = last.get(wanted) ?? 1
    while (taken.has(key)) key = `${wanted} (${++number})`
    last.set(wanted, number)
    taken.add(key)
    return key
  })
}

/** A column's key without the number that tells it from another of the same header: `Link (2)` is a `Link`. */
export function withoutNumber(key: string): string {
  return key.replace(/ \(\d+\)$/, '')
}

/** Two headers mean the same where they differ in case, marks, hyphens, spaces or a plural. */
export function foldHeader(header: string): string {
  return plainText(header)
    .toLowerCase()
    .replace(/[\s_-]+/g, '')
    .replace(/s(?=$|\()/g, '')
}
