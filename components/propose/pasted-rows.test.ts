import { expect, it } from 'vitest'
import { parse, sectionsOf } from '@/lib/readme/parse'
import { proposalOf, readRows, refusalsOf } from './pasted-rows'

function sectionWith(rows: string) {
  const [section] = sectionsOf(parse(`## S\n\n| Dataset (Paper) | Description | Link |\n| --- | --- | --- |\n${rows}`).parts)
  if (!section) throw new Error('no section')
  return { slug: 's', heading: 'S', kind: section.kind, size: 1, frame: section.frame, first: null, last: null, sample: [] }
}
const last = sectionWith('| B | - | - |\n')
const grid = (...names: string[]) => names.map((name, id) => ({ id: id + 10, cells: [name, '', ''] }))

it('names each row, reads it, and tells which say the same', () => {
  const rows = readRows(grid('A', 'B ([x](y', 'a'), last)
  expect(rows.map(({ id, name, twin, read }) => [id, name, twin, read.problems !== null])).toEqual([
    [10, 'A', null, false],
    [11, expect.stringContaining('B'), null, true],
    [12, 'a', 0, false],
  ])
})

it('proposes the rows so that the table lists them as they were pasted', () => {
  const names = (section: typeof last) => proposalOf(readRows(grid('A', 'B', 'C'), section), section, 'Why.').changes.map((change) => (change.op === 'add' ? (change.entry.fields as { name: string }).name : ''))
  const first = { ...last, frame: { ...last.frame, newest: 'first' as const } }
  expect(names(first)).toEqual(['C', 'B', 'A'])
  expect(names({ ...last, frame: { ...last.frame, newest: 'last' } })).toEqual(['A', 'B', 'C'])
})

it('leads what the server refuses to its row and column', () => {
  const section = { ...last, frame: { ...last.frame, newest: 'first' as const } }
  const fields = { 'changes.0.entry.fields.papers.0.url': 'Bad.', 'changes.0.section': 'Gone.', 'changes.1.entry.fields.description': 'Long.', rationale: 'Too long.' }
  const refusals = refusalsOf(fields, readRows(grid('A', 'B'), section), section)
  expect(Object.fromEntries(refusals)).toEqual({ 11: { name: 'Bad.' }, 10: { description: 'Long.' }, '': { rationale: 'Too long.' } })
})
