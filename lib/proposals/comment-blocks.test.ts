import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commentSchema } from './comment'
import { blocksOf, type Block } from './comment-blocks'

const text = (words: string): Block => ({ type: 'paragraph', children: [{ type: 'text', text: words }] })

describe('a comment', () => {
  it('has paragraphs whose lines stay lines', () =>
    expect(blocksOf('One\ntwo.\n\nThree **four**.')).toEqual([
      { type: 'paragraph', children: [{ type: 'text', text: 'One' }, { type: 'break' }, { type: 'text', text: 'two.' }] },
      { type: 'paragraph', children: [{ type: 'text', text: 'Three ' }, { type: 'strong', children: [{ type: 'text', text: 'four' }] }, { type: 'text', text: '.' }] },
    ]))
  it('has lists in lists, quotes and code', () =>
    expect(blocksOf('- a\n  - b\n- c\n\n1. d\n\n> e\n>\n> f\n\n```js\ng()\n```\n\n    h\n')).toEqual([
      { type: 'list', ordered: false, items: [[text('a'), { type: 'list', ordered: false, items: [[text('b')]] }], [text('c')]] },
      { type: 'list', ordered: true, items: [[text('d')]] },
      { type: 'quote', children: [text('e'), text('f')] },
      { type: 'code', text: 'g()' },
      { type: 'code', text: 'h' },
    ]))
  it('shows tags, headings and rules as text, and addresses of other schemes not at all', () => {
    expect(blocksOf('<script>alert(1)</script>')).toEqual([text('<script>alert(1)</script>')])
    expect(blocksOf('# Loud')).toEqual([text('# Loud')])
    expect(blocksOf('[a](javascript:alert(1)) [b](https://b.org)')).toEqual([
      { type: 'paragraph', children: [{ type: 'text', text: 'a ' }, { type: 'link', url: 'https://b.org', children: [{ type: 'text', text: 'b' }] }] },
    ])
  })
  it('is read whatever it holds', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (comment) => {
        const allowed = JSON.stringify(blocksOf(comment)).match(/"type":"\w+"/g) ?? []
        const types = ['paragraph', 'list', 'quote', 'code', 'text', 'break', 'strong', 'em', 'del', 'link'].map((type) => `"type":"${type}"`)
        expect(allowed.every((type) => types.includes(type))).toBe(true)
      }),
    ))
  it.each([
    ['Say something.', ' '],
    ['Keep it under 4,000 characters.', 'a'.repeat(4001)],
    ['Leave out control characters and marks that turn text around.', 'a\0'],
  ])('is refused: %s', (message, body) => expect(commentSchema.safeParse({ proposal: 1, body }).error?.issues.map((issue) => issue.message)).toContain(message))
})
