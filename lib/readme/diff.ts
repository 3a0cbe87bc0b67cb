import { entryName, readCells } from '@/lib/catalog/entry'
import { diffSection, type Told } from './changes/diff-section'
import { diffText } from './changes/diff-text'
import { itemsOf, linesOf } from './changes/items'
import { Keys } from './changes/keys'
import { matchMoves } from './changes/match-moves'
import { matchSections } from './changes/match-sections'
import { matchTable, type MatchedTable } from './changes/match-table'
import type { Change, Item } from './change'
import { keepSource, tableText } from './frame'
import { sectionsOf, type Part, type Readme } from './parse'

/** How rows and sections are told apart. `byKey`: by their keys, where both lists come from the catalog; new rows keep theirs. */
export interface DiffOptions {
  byKey?: boolean
}

/**
 * The changes that turn one list into another, in the order of the document: `patch(a, diff(a, b))` has the text of `b`, byte
 * for byte, and `diff(a, a)` is empty. Sections and rows are named as `a` names them.
 */
export function diff(a: Readme, b: Readme, { byKey = false }: DiffOptions = {}): Change[] {
  const pairs = matchSections(sectionsOf(a.parts), sectionsOf(b.parts), byKey).map((pair) => matchTable(pair, byKey))
  matchMoves(sectionsOf(a.parts), pairs, byKey)
  const keys = new Keys(sectionsOf(a.parts))
  const told = pairs.map((pair) => tell(pair, keys, byKey))
  for (const { from } of told) {
    for (const [key, { section }] of from) told.find(({ before }) => before === section)?.gone.add(key)
  }
  const before = itemsOf(a.parts)
  const places = new Map(before.flatMap((item, index) => (typeof item === 'string' ? [] : [[item.section, index] as const])))
  const blocks = [
    ...told.map((section) => ({ at: places.get(section.before.key) as number, changes: diffSection(section) })),
    ...diffText(before, itemsAfter(b.parts, pairs)).map((change) => ({ at: change.at, changes: [change] })),
  ]
  return blocks.sort((x, y) => x.at - y.at).flatMap(({ changes }) => changes)
}

/** Gives the rows afterwards the keys that they had, and new ones keys of their own: what the catalog calls them, or what they are called. */
function tell({ before, after, columns, matches, arrivals }: MatchedTable, keys: Keys, byKey: boolean): Told {
  const from: Told['from'] = new Map()
  const rows = after.rows.map((row, index) => {
    const origin = arrivals.get(index)
    if (origin) from.set(origin.row.key, origin)
    const was = origin?.row ?? before.rows[matches.get(index) ?? -1]
    const name = () => entryName(readCells(after.kind, after.frame.columns, row.cells))
    return { ...row, key: was ? was.key : keys.take(after.kind, name(), byKey ? row.key : undefined) }
  })
  // The same bytes under other keys.
  const frame = { ...after.frame }
  keepSource(frame, rows, tableText(after.frame, after.rows))
  return { before, after: { ...after, key: before.key, frame, rows }, columns, from, gone: new Set() }
}

/** The text around the tables as it shall be: known sections by their names, new ones as lines. */
function itemsAfter(parts: readonly Part[], pairs: readonly MatchedTable[]): Item[] {
  const names = new Map(pairs.map((pair) => [pair.found, pair.before.key]))
  return parts.flatMap((part): Item[] => {
    if ('prose' in part) return itemsOf([part])
    const name = names.get(part.section)
    return name === undefined ? linesOf(tableText(part.section.frame, part.section.rows)) : [{ section: name }]
  })
}
