import { expect, it } from 'vitest'
import { parse, type Section } from '../parse'
import { mergeColumns } from './merge-columns'

const [{ section }] = parse('| A | B |\n| --- | --- |\n').parts as [{ section: Section }]

it('tells no marks of a table that tells none, and the least of a column beside those of one that does', () => {
  const frame = { ...section.frame, marks: [] }
  expect(mergeColumns(frame, undefined, undefined, () => false).marks).toEqual([])
  const theirs = { op: 'layout' as const, section: 'entries', before: {}, after: { marks: [5] } }
  expect(mergeColumns(frame, undefined, theirs, () => false).marks).toEqual([5, 3])
})
