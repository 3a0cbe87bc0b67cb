import { expect, it } from 'vitest'
import type { Change } from '@/lib/readme/change'
import { arePlain, rowsNamed } from './plain-changes'

const entry = { kind: 'table' as const, fields: {} }
const add = { op: 'add' as const, section: 'a', place: 'end' as const, entry }
const edit = { op: 'edit' as const, section: 'a', entry: 'x', fields: {} }
const move = { op: 'move' as const, section: 'a', entry: 'y', place: { after: 'z' } }
const remove = { op: 'remove' as const, section: 'b', entry: 'u', into: 'v' }
const text = { op: 'text' as const, at: 0, before: [], after: [] }
const layout = { op: 'layout' as const, section: 'a', before: {}, after: {} }

it.each<[string, Change, boolean]>([
  ['an addition', add, true],
  ['an edit', edit, true],
  ['an edit that leaves no line of its own', { ...edit, line: null }, true],
  ['a move', move, true],
  ['a removal', remove, true],
  ['an addition behind another row', { ...add, place: { after: 'x' } }, false],
  ['an addition that is called by a key', { ...add, key: 'new' }, false],
  ['an addition as a hand wrote it', { ...add, line: '| x |\n' }, false],
  ['an edit as a hand wrote it', { ...edit, line: '| x |\n' }, false],
  ['a move as a hand wrote it', { ...move, line: '| x |\n' }, false],
  ['another text', text, false],
  ['another layout', layout, false],
])('%s rests on rows alone: %j %s', (_, change, plain) => expect(arePlain([change])).toBe(plain))

it('names the rows that changes are about, and those that others go behind or for', () => {
  expect(Object.fromEntries(rowsNamed([add, edit, move, { ...remove, into: undefined }, remove, text, layout]))).toEqual({ a: ['x', 'y', 'z'], b: ['u', 'u', 'v'] })
  expect(Object.fromEntries(rowsNamed([{ ...move, to: 'c' }, { ...move, place: 'end' }]))).toEqual({ a: ['y', 'y'], c: ['z'] })
  expect(Object.fromEntries(rowsNamed([{ ...add, place: { after: 'x' } }, { ...layout, section: 'b' }]))).toEqual({ a: ['x'], b: [] })
})
