import fc from 'fast-check'
import MarkdownIt from 'markdown-it'
import { expect, it } from 'vitest'
import { blocks, fenced, link, part, plain, points, quote, table } from './markdown'

const markdown = new MarkdownIt({ html: true })

/** The text of what markdown makes of something, without any of its markup, its blocks with a space between them. */
function textIn(source: string): string {
  const inner = (tokens: ReturnType<typeof markdown.parse>): string => tokens.map(({ type, content }) => (type === 'softbreak' ? ' ' : content)).join('')
  return markdown.parse(source, {}).flatMap(({ children, type, content }) => (children ? inner(children) : type === 'html_block' || type.startsWith('code') ? content : [])).join(' ')
}

/** As one line of text has it: markdown reads NUL as another sign. */
const tidy = (text: string) => text.replaceAll('\0', '\uFFFD').replace(/\s+/g, ' ').trim()
const odd = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'-+=#>*_`~|[]()<>&\\!.1 a\n\t'.split('')), maxLength: 20 }))

it('leaves nothing of a text to be markup, wherever it stands', () => {
  fc.assert(fc.property(odd, (text) => {
    fc.pre(tidy(text) !== '')
    for (const source of [plain(text), `# ${plain(text)}`, points([plain(text)])]) expect(textIn(source)).toBe(tidy(text))
  }))
})

it('quotes what was said line by line, as it was said', () => {
  fc.assert(fc.property(fc.array(odd.map(tidy), { minLength: 1, maxLength: 4 }), (lines) => {
    const html = markdown.render(quote(lines.join('\n')))
    expect(html.match(/<(?!\/?(blockquote|p)>)[^>]*>/g)).toBe(null)
    expect(tidy(textIn(quote(lines.join('\n'))))).toBe(tidy(lines.join(' ')).replace(/ +/g, ' '))
  }))
})

it('links to the whole of an address', () => {
  fc.assert(fc.property(odd, fc.webUrl({ withQueryParameters: true, withFragments: true }), (text, url) => {
    fc.pre(tidy(text) !== '')
    const [block] = markdown.parse(link(text, url), {}).filter(({ type }) => type === 'inline')
    const opened = block?.children?.[0]
    expect([opened?.type, block?.children?.at(-1)?.type]).toEqual(['link_open', 'link_close'])
    expect(decodeURI(String(opened?.attrGet('href')))).toBe(decodeURI(markdown.normalizeLink(url.replace(/[\s<>()\\]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`))))
  }))
  expect(link('a', 'https://example.org/a_(b)')).toBe('[a](https://example.org/a_%28b%29)')
})

it('keeps the cells of a table apart', () => {
  fc.assert(fc.property(fc.array(fc.array(odd, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 3 }), (rows) => {
    const tokens = markdown.parse(table(['A', 'B', 'C'], rows.map((row) => row.map(plain))), {})
    expect(tokens.filter(({ type }) => type === 'td_open')).toHaveLength(rows.length * 3)
  }))
  expect(table(['A'], [])).toBe('')
})

it('fences text that has fences in it', () => {
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom('`', '~', 'a', '\n'), maxLength: 30 }), (text) => {
    const [fence, ...others] = markdown.parse(fenced(`x${text}`, 'sh'), {})
    expect([fence?.type, fence?.info, fence?.content, others]).toEqual(['fence', 'sh', `${`x${text}`.trimEnd()}\n`, []])
  }))
})

it('leaves out what is empty', () => {
  expect(blocks('# A', '', part('B', ''), part('C', 'c'))).toBe('# A\n\n## C\n\nc\n')
})
