import { expect, it } from 'vitest'
import type { Change } from '@/lib/readme/change'
import { areOfValues, arePlain, rowsNamed } from './plain-changes'

const entry = { kind: 'table' as const, fields: {} }
const add = { op: 'add' as const, section: 'a', place: 'end' as const, entry }
const edit = { op: 'edit' as const, section: 'a', entry: 'x', fields: {} }
const move = { op: 'move' as const, section: 'a', entry: 'y', place: { after: 'z' } }
const remove = { op: 'remove' as const, section: 'b', entry: 'u', into: 'v' }
const text = { op: 'text' as const, at: 0, before: [], after: [] }
const layout = { op: 'layout' as const, section: 'a', before: {}, after: {} }

it.each<[string, Change, boolean, boolean]>([
  ['an addition', add, true, true],
  ['an edit', edit, true, true],
  ['an edit without a line of its own', { ...edit, line: undefined }, true, true],
  ['an edit that leaves no line of its own', { ...edit, line: null }, true, false],
  ['a move', move, true, true],
  ['a removal', remove, true, true],
  ['an addition behind another row', { ...add, place: { after: 'x' } }, true, true],
  ['an addition that is called by a key', { ...add, key: 'new' }, true, true],
  ['an addition as a hand wrote it', { ...add, line: '| x |\n' }, true, false],
  ['an edit as a hand wrote it', { ...edit, line: '| x |\n' }, true, false],
  ['a move as a hand wrote it', { ...move, line: '| x |\n' }, true, false],
  ['another width', { ...layout, after: { widths: [3], marks: [3] } }, true, false],
  ['another text', text, false, true],
  ['another header', { ...layout, after: { header: ['x'] } }, false, false],
  ['another order of columns', { ...layout, columns: [1, 0] }, false, false],
  ['another line of a row', { ...layout, lines: { x: '| x |\n' } }, false, false],
])('%s rests on rows alone, at once or later: %j %s %s', (_, change, atOnce, later) => expect([arePlain([change]), areOfValues([change])]).toEqual([atOnce, later]))

it('names the rows that changes are about, and those that others go behind or for', () => {
  expect(Object.fromEntries(rowsNamed([add, edit, move, { ...remove, into: undefined }, remove, text, layout]))).toEqual({ a: ['x', 'y', 'z'], b: ['u', 'u', 'v'] })
  expect(Object.fromEntries(rowsNamed([{ ...move, to: 'c' }, { ...move, place: 'end' }]))).toEqual({ a: ['y', 'y'], c: ['z'] })
  expect(Object.fromEntries(rowsNamed([{ ...add, place: { after: 'x' } }, { ...layout, section: 'b' }]))).toEqual({ a: ['x'], b: [] })
})
