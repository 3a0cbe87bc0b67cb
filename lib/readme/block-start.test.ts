import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { beginsBlock } from './block-start'
import { findTables } from './tables'

describe('a row without a pipe before it', () => {
  it.each(['# a', '#', '> a', '>a', '- a', '-', '+ a', '1. a', '2) a', '***', '---', '```', '~~~', '<div>', '</p>', '<!-- a', '<?a', '<b>', '<pre'])(
    'that begins like %j would be another block',
    (line) => expect(beginsBlock(line)).toBe(true),
  )
  it.each(['a', '#a', '-a', '*a*', '1.a', '``', '~', '<b>x', '<divine> | a', '<https://a.b>x', '**a** | b', '--'])('may begin like %j', (line) =>
    expect(beginsBlock(line)).toBe(false),
  )

  const starts = fc.constantFrom('#', '>', '-', '+', '*', '_', '1', '.', ')', '`', '~', '<', '>', '/', 'b', 'div', 'pre', '!', '?', '--', ' ', '|', 'a', '=', '"')
  it('is told so wherever it would end its table', () =>
    fc.assert(
      fc.property(fc.array(starts, { minLength: 1, maxLength: 8 }), (parts) => {
        const line = parts.join('').trim()
        fc.pre(line !== '' && line !== '|')
        const [table] = findTables(`a|b\n-|-\n${line}\n`)
        if (table?.end === 2) expect(beginsBlock(line)).toBe(true)
      }),
    ))
})
