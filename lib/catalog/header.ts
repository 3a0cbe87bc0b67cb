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

function fitKind(kind: EntryKind, folded: readonly string[]): (string | undefined)[] | undefined {
  const { columns } = kindOf(kind)
  const clear = claimColumns(columns, folded, (column) => column.headers)
  const isTelling = columns.some(({ key, telling }) => telling && clear.includes(key))
  const found = isTelling ? claimColumns(columns, folded, (column) => [...column.headers, ...column.vague]) : clear
  const known = found.filter((key) => key !== undefined).length
  return found.includes('name') && known > 1 && known * 2 >= folded.length ? found : undefined
}

/** Gives each header the column that it names, each column once. */
function claimColumns(
  columns: readonly Column<never>[],
  folded: readonly string[],
  namesOf: (column: Column<never>) => readonly string[],
): (string | undefined)[] {
  const taken = new Set<string>()
  return folded.map((header) => {
    const column = columns.find(({ key, ...rest }) => !taken.has(key) && namesOf({ key, ...rest }).some((name) => foldHeader(name) === header))
    if (column) taken.add(column.key)
    return column?.key
  })
}

/** A key for every column: the kind's, or else the header's text, told apart where two are alike. */
function keysOf(headers: readonly string[], known: readonly (string | undefined)[]): string[] {
  const taken = new Set(known.filter((key) => key !== undefined))
  return headers.map((header, index) => {
    const own = known[index]
    if (own !== undefined) return own
    const said = plainText(header)
    // No object keeps a value under that name.
    const wanted = said === '' || said === '__proto__' ? `Column ${index + 1}` : said
    let key = wanted
    for (let number = 2; taken.has(key); number++) key = `${wanted} (${number})`
    taken.add(key)
    return key
  })
}

/** Two headers mean the same where they differ in case, marks, hyphens, spaces or a plural. */
function foldHeader(header: string): string {
  return plainText(header)
    .toLowerCase()
    .replace(/[\s_-]+/g, '')
    .replace(/s(?=$|\()/g, '')
}
