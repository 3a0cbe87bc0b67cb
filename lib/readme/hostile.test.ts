import { describe, expect, it } from 'vitest'
import { parse } from './parse'
import { render } from './render'

// Each takes milliseconds where time grows with the text, and hours where it grows with its square.
const many = 100_000
const table = '| a | b |\n|---|---|\n'
const columns = (count: number) => `|${'a|'.repeat(count)}\n|${'-|'.repeat(count)}\n`

describe('a hundred thousand', () => {
  it.each([
    ['quotes in a line', `${'>'.repeat(many)} | a |\n${'>'.repeat(many)} | - |\n`],
    ['lists in a line', `${'- '.repeat(many)}a\n`],
    ['columns', columns(many)],
    ['cells in rows of a thousand', columns(1_000) + `|${'b |'.repeat(1_000)}\n`.repeat(many / 1_000)],
    ['pipes', `${table}${'|'.repeat(many)}\n`],
    ['escaped pipes', `${table}${'\\|'.repeat(many)}\n`],
    ['backslashes', `${table}| ${'\\'.repeat(many)}|x |\n`],
    ['brackets', `${table}| ${'['.repeat(many)} |\n`],
    ['links that never end', `${table}| ${'[a]('.repeat(many)} |\n`],
    ['images that never end', `${table}| ${'![a]('.repeat(many)} |\n`],
    ['backticks', `${table}| ${'` '.repeat(many)} |\n`],
    ['tags that never end', `${table}${'<a b="'.repeat(many)}\n`],
    ['comments that never end', `${table}| ${'<!--'.repeat(many)} |\n`],
    ['blanks', `${table}| ${' '.repeat(many)}x${' '.repeat(many)}\n`],
    ['wide characters', `${table}| ${'漢🚀'.repeat(many)} |\n`],
    ['joined emoji', `${table}| ${'👩\u200d'.repeat(many)} |\n`],
    ['ragged rows', table + '| x\n| x | y | z |\n'.repeat(many / 2)],
    ['rows of one name', table + '| x | y |\n'.repeat(many)],
    ['delimiters that fit no header', '| a | b |\n|---|\n'.repeat(many)],
    ['cells that fit no field', `| Model | Paper | Base |\n|---|---|---|\n${'| **x** | [a | b |\n'.repeat(many)}`],
  ])('%s', (_, text) => expect(render(structuredClone(parse(text).parts)) === text).toBe(true))
})
