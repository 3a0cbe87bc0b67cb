import { expect, it } from 'vitest'
import { parse } from '@/lib/readme/parse'
import { newFindings } from './new-findings'

const table = '# T\n\n| Model | Paper |\n| --- | --- |\n'
const rows = (...names: string[]) => parse(table + names.map((name) => `| ${name} | [P](http://arxiv.org/abs/${name.length}) |\n`).join(''))

it('tells what was not found before, however often it was', () => {
  const [before, after] = [rows('A  b'), rows('A  b', 'C  dd')]
  const found = newFindings(before, after)
  expect(found.length).toBeGreaterThan(0)
  expect(found.every(({ place }) => place.line === 6)).toBe(true)
  expect(newFindings(after, after)).toEqual([])
  expect(newFindings(before, rows('A  b', 'A  b')).some(({ rule }) => rule === 'duplicate-row')).toBe(true)
})

it('takes what only moved for nothing new', () => {
  const [before, after] = [rows('A', 'A'), rows('B', 'A', 'A')]
  expect(newFindings(before, before)).toEqual([])
  expect(newFindings(before, after).filter(({ rule }) => rule === 'duplicate-row')).toEqual([])
})

it('looks one that was read in part over not at all', () => {
  const { parts, problems } = rows('A  b', 'A  b')
  expect(newFindings(parse(table), { parts: parts.map((part) => ('prose' in part ? part : { section: { ...part.section, unread: 1 } })), problems })).toEqual([])
})

it('looks a README of a million characters over no more', () => {
  const long = parse(`${table}| A  b | - |\n\n${'x'.repeat(1_000_000)}\n`)
  expect(newFindings(parse(table), long)).toEqual([])
})
