import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diff } from './diff'
import { merge } from './merge'
import { parse } from './parse'
import { patch } from './patch'
import { render } from './render'
import { dear } from './testing/cases'
import { editedTwice } from './testing/hand-edits'
import { mergedChanges, mergedTexts } from './testing/merged'
import { table, writeTable, type NastyTable } from './testing/nasty-table'
import { means, tableEdits } from './testing/table-edits'

function patchedText(text: string, changes: Parameters<typeof patch>[1]): string {
  const result = patch(parse(text), changes)
  if (!result.ok) throw new Error(result.message)
  return render(result.value.parts)
}

// A row that pads itself as no layout would, moved and moved back over other changes, comes back padded as its neighbours are.
const bare = (text: string) => text.replace(/ +/g, ' ')

describe('any change', () => {
  it('merged over nothing is itself', () =>
    fc.assert(
      fc.property(editedTwice, ({ base, theirs }) => {
        const changes = diff(parse(base), parse(theirs))
        expect(merge(parse(base), [], changes)).toEqual({ changes, clashes: [] })
      }),
      dear(10),
    ))

  it('undone after it was made is nothing', () =>
    fc.assert(
      fc.property(editedTwice, ({ base, ours }) => {
        const made = patchedText(base, diff(parse(base), parse(ours)))
        expect(patchedText(made, diff(parse(made), parse(base), { byKey: true }))).toBe(base)
      }),
      dear(10),
    ))

  it('undone after another was made over it is the other alone, where the two are disjoint', () =>
    fc.assert(
      fc.property(disjoint, ({ base, ours, theirs, both }) => {
        const back = diff(parse(ours), parse(base), { byKey: true })
        const over = mergedChanges(ours, diff(parse(ours), parse(both)), back)
        expect(over.clashes).toEqual([])
        expect(bare(over.text)).toBe(bare(theirs))
      }),
      dear(10),
    ))
})

describe('disjoint changes', () => {
  it('commute, and give what both hands would have written', () =>
    fc.assert(
      fc.property(disjoint, ({ base, ours, theirs, both }) => {
        const [one, other] = [mergedTexts(base, ours, theirs), mergedTexts(base, theirs, ours)]
        expect([one.clashes, other.clashes]).toEqual([[], []])
        expect(one.text).toBe(both)
        expect(other.text).toBe(both)
      }),
      dear(10),
    ))
})

// What touches one table alone, and leaves it the table that it was: whoever moves a row between two tables touches both.
const ownEdits = ['addRow', 'removeRow', 'moveRow', 'changeCell', 'slipInRow', 'alignColumn'] as const

/** A table with rows to edit, of names that no other table of the document has. */
const ownTable = (mark: string) =>
  table.map((one) => ({ ...one, rows: one.rows.map((row, at) => ({ ...row, cells: [`${mark} ${at}`, ...row.cells.slice(1)] })) }))

const hand = fc.array(fc.tuple(fc.constantFrom(...ownEdits), means), { minLength: 1, maxLength: 3 })

function editedBy(one: NastyTable, edits: readonly [(typeof ownEdits)[number], Parameters<(typeof tableEdits)[string]>[1]][], mark: string): NastyTable {
  return edits.reduce((table_, [name, given], at) => {
    const row = { ...given.row, cells: [`${mark} new ${at}`, ...given.row.cells.slice(1)] }
    return tableEdits[name]?.(table_, { ...given, row, to: name === 'changeCell' ? 1 + (given.to % Math.max(1, table_.header.length - 1)) : given.to }) ?? table_
  }, one)
}

/** A document with two tables, and two hands each of which edits one of them; `both` is what one hand after the other writes. */
const disjoint = fc.tuple(ownTable('Ant'), ownTable('Bee'), hand, hand).map(([first, second, left, right]) => {
  const text = (one: NastyTable, other: NastyTable) => `# List\n\n## One\n\n${writeTable(one).join('\n')}\n\nBetween.\n\n## Two\n\n${writeTable(other).join('\n')}\n\nThe end.\n`
  const [one, other] = [editedBy(first, left, 'Ant'), editedBy(second, right, 'Bee')]
  return { base: text(first, second), ours: text(one, second), theirs: text(first, other), both: text(one, other) }
})
