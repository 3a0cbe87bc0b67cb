import { expect, it } from 'vitest'
import { parse, sectionsOf } from '@/lib/readme/parse'
import { rowFindings } from './row-findings'

const [table] = sectionsOf(parse('## S\n\n| Dataset (Paper) | Description | Link |\n| --------------- | ----------- | ---- |\n| B               | -           | -    |\n').parts)
if (!table) throw new Error('no table')
const section = { slug: 's', heading: 'S', kind: table.kind, size: 1, frame: table.frame, first: null, last: null, sample: [] }

it('tells what the linter finds in a new row, and nothing of its padding', () => {
  expect(rowFindings(section, null, '| C | Two  spaces | [Site](http://github.com/a/b) |').map(({ rule }) => rule)).toEqual(['double-space', 'http-address'])
  expect(rowFindings(section, null, '| C | Fine | - |')).toEqual([])
})

it('tells of a changed row what it did not have before', () => {
  const was = '| C | Two  spaces | - |'
  expect(rowFindings(section, was, '| C | Two  spaces | [Site](http://github.com/a/b) |').map(({ rule }) => rule)).toEqual(['http-address'])
})
