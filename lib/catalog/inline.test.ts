import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasLink, inlineOf, type Inline } from './inline'

const text = (value: string): Inline => ({ type: 'text', text: value })
const link = (url: string, ...children: Inline[]): Inline => ({ type: 'link', url, children })

describe('a cell of inline markdown', () => {
  it.each<[string, Inline[]]>([
    ['', []],
    ['a & b', [text('a & b')]],
    ['**a *b*** ~~c~~', [{ type: 'strong', children: [text('a '), { type: 'em', children: [text('b')] }] }, text(' '), { type: 'del', children: [text('c')] }]],
    ['`a|b` `<br>`', [{ type: 'code', text: 'a|b' }, text(' '), { type: 'code', text: '<br>' }]],
    ['`a\\|b` \\| c \\*d', [{ type: 'code', text: 'a|b' }, text(' | c *d')]],
    ['a<br>b<BR/>c<br />', [text('a'), { type: 'break' }, text('b'), { type: 'break' }, text('c'), { type: 'break' }]],
    ['a\\<br> <sub>2</sub> <!-- b -->', [text('a<br> <sub>2</sub> <!-- b -->')]],
    ['[a **b**](https://a.org "t")', [link('https://a.org', text('a '), { type: 'strong', children: [text('b')] })]],
    ['<https://a.org> https://b.org/x, c.org d@e.org', [link('https://a.org', text('https://a.org')), text(' '), link('https://b.org/x', text('https://b.org/x')), text(', c.org d@e.org')]],
    ['![a badge](https://a.org/b.svg) ![ ](https://a.org/c.png)', [link('https://a.org/b.svg', text('a badge')), text(' '), link('https://a.org/c.png', text('image'))]],
    ['[![a](https://a.org/b.svg) c](https://c.org)', [link('https://c.org', text('a c'))]],
    ['<a href="https://a.org">B</a>', [text('<a href="https://a.org">B</a>')]],
    ['<b>a *c*</b>', [text('<b>a '), { type: 'em', children: [text('c')] }, text('</b>')]],
    ['&lt;b&gt; &copy;', [text('<b> ©')]],
  ])('%j', (markdown, nodes) => expect(inlineOf(markdown)).toEqual(nodes))

  it.each(['[a](javascript:alert(1))', '[a](./b.md)', '[a](#b)', '![a](data:image/png;base64,x)', '[a](mailto:b@c.org)', '[a](<//b.org>)'])(
    'shows only the label of what leads elsewhere: %j',
    (markdown) => expect(inlineOf(markdown)).toEqual([text('a')]),
  )

  it('leads to http(s) alone, whatever it holds, and nowhere from within a link', () =>
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...'[]()!<>*_~`\\|&: '.split(''), '](', 'https://a.org', 'javascript:', '<br>', '![', 'a', '\n')), (parts) => {
        check(inlineOf(parts.join('')), false)
      }),
    ))
})

function check(nodes: readonly Inline[], inLink: boolean): void {
  for (const node of nodes) {
    if (node.type === 'text') expect(node.text).not.toBe('')
    if (node.type === 'link') {
      expect(inLink).toBe(false)
      expect(['http:', 'https:']).toContain(new URL(node.url).protocol)
    }
    if ('children' in node) check(node.children, inLink || node.type === 'link')
  }
}

it.each([['a', false], ['**[a](https://a.org)**', true], ['[a](b)', false], ['*a* b', false]])('%j has a link: %j', (markdown, has) =>
  expect(hasLink(inlineOf(markdown))).toBe(has))
