import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from '@/lib/readme/parse'
import { render } from '@/lib/readme/render'
import { documents } from '@/lib/readme/testing/nasty-markdown'
import { changedPassage, passagesOf, withPassage } from './passages'

const seed = parse(readFileSync(new URL('../../prisma/seed.README.md', import.meta.url), 'utf8'))
const text = '# List\n\nWhat it is.\n\n## A\n\n| Tool | What |\n| --- | --- |\n| X | y |\n\n## B\n| Tool | Who |\n| --- | --- |\n| Z | w |\n'
const list = parse(text)

describe('passages', () => {
  it('are the text around tables, without the empty lines around it', () => {
    expect(passagesOf(list)).toEqual([
      { index: 0, text: '# List\n\nWhat it is.\n\n## A', above: 'A' },
      { index: 1, text: '## B', above: 'B' },
      { index: 2, text: '', above: null },
    ])
  })
  it('are replaced without touching another byte', () => {
    expect(withPassage(list, 1, '\n\n## Bee  \n\n')).toBe(text.replace('## B\n', '## Bee\n'))
    for (const { index, text: same } of passagesOf(seed)) expect(withPassage(seed, index, same)).toBe(render(seed.parts))
  })
  it('of any README are given back as they are', () => {
    fc.assert(
      fc.property(documents, (markdown) => {
        const readme = parse(markdown)
        for (const { index, text: same } of passagesOf(readme)) {
          // As a browser's text area gives it back.
          for (const typed of [same, same.replace(/\r\n?/g, '\n')]) expect(withPassage(readme, index, typed)).toBe(markdown)
        }
      }),
    )
  })
  it('get the ends that the README usually has where they are new', () => {
    const mixed = parse('a\r\nb\nc\r\n\r\n| T |\r\n| - |\r\n| x |\r\n')
    expect(withPassage(mixed, 0, 'a\nb\nc\nnew')).toBe('a\r\nb\nc\r\nnew\r\n\r\n| T |\r\n| - |\r\n| x |\r\n')
    expect(withPassage(mixed, 0, 'a\nnew\nb\nC')).toBe('a\r\nnew\r\nb\nC\r\n\r\n| T |\r\n| - |\r\n| x |\r\n')
  })
})

describe('the passage that changed', () => {
  it('is found, with a table that came', () => {
    const after = parse(withPassage(list, 1, '## New\n\n| Tool | New |\n| --- | --- |\n| N | n |\n\n## B'))
    expect(changedPassage(list, after)).toEqual({ index: 1, text: '## New\n\n| Tool | New |\n| --- | --- |\n| N | n |\n\n## B' })
  })
  it.each([
    ['nothing', text],
    ['two', text.replace('# List', '# The list').replace('## B', '## Bee')],
    ['a table less', text.slice(0, text.indexOf('## B'))],
  ])('is none of %s', (_, after) => expect(changedPassage(list, parse(after))).toBeNull())
})
