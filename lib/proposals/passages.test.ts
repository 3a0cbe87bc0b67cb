import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse, type Readme } from '@/lib/readme/parse'
import { patch } from '@/lib/readme/patch'
import { render } from '@/lib/readme/render'
import { documents } from '@/lib/readme/testing/nasty-markdown'
import { asOne, changedPassages, passagesOf, textChanges } from './passages'

const seed = parse(readFileSync(new URL('../../prisma/seed.README.md', import.meta.url), 'utf8'))
const text = '# List\n\nWhat it is.\n\n## A\n\n| Tool | What |\n| --- | --- |\n| X | y |\n\n## B\n| Tool | Who |\n| --- | --- |\n| Z | w |\n'
const list = parse(text)

/** The README with another text in the place of a passage. */
function withPassage(readme: Readme, above: string | null, said: string): string {
  const changes = textChanges(readme, above, said)
  const after = changes.ok ? patch(readme, changes.value) : changes
  if (!after.ok) throw new Error(after.message)
  return render(after.value.parts)
}

describe('passages', () => {
  it('are the text around tables, without the empty lines around it', () => {
    expect(passagesOf(list)).toEqual([
      { above: 'a', heading: 'A', text: '# List\n\nWhat it is.\n\n## A' },
      { above: 'b', heading: 'B', text: '## B' },
      { above: null, heading: null, text: '' },
    ])
  })
  it('are replaced without touching another byte', () => {
    expect(withPassage(list, 'b', '\n\n## Bee  \n\n')).toBe(text.replace('## B\n', '## Bee\n'))
    for (const { above, text: same } of passagesOf(seed)) expect(textChanges(seed, above, same)).toEqual({ ok: true, value: [] })
  })
  it('of any README are given back as they are', () => {
    fc.assert(
      fc.property(documents, (markdown) => {
        const readme = parse(markdown)
        for (const { above, text: same } of passagesOf(readme)) {
          // As a browser's text area gives it back.
          for (const typed of [same, same.replace(/\r\n?/g, '\n')]) expect(textChanges(readme, above, typed)).toEqual({ ok: true, value: [] })
        }
      }),
    )
  })
  it('get the ends that the README usually has where they are new', () => {
    const mixed = parse('a\r\nb\nc\r\n\r\n| T |\r\n| - |\r\n| x |\r\n')
    const above = passagesOf(mixed)[0]?.above ?? null
    expect(withPassage(mixed, above, 'a\nb\nc\nnew')).toBe('a\r\nb\nc\r\nnew\r\n\r\n| T |\r\n| - |\r\n| x |\r\n')
    expect(withPassage(mixed, above, 'a\nnew\nb\nC')).toBe('a\r\nnew\r\nb\nC\r\n\r\n| T |\r\n| - |\r\n| x |\r\n')
    // Where no line of the text has one, its table tells.
    expect(withPassage(parse('| T |\r\n| - |\r\n# End'), null, '# End\nnew')).toBe('| T |\r\n| - |\r\n# End\r\nnew')
  })
})

describe('another text', () => {
  it('needs no rows of the tables', () => {
    const outline = { ...list, parts: list.parts.map((part) => ('section' in part ? { section: { ...part.section, rows: [] } } : part)) }
    const said = '## B\n\n| Tool | New |\n| --- | --- |\n| N | n |\n\n## Bee'
    expect(textChanges(outline, 'b', said)).toEqual(textChanges(list, 'b', said))
    expect(textChanges(outline, null, 'More.\n<!--')).toEqual(textChanges(list, null, 'More.\n<!--'))
  })
  it.each([
    ['of no passage', 'gone', 'x', 'not-found'],
    ['that would swallow a table', 'a', '# List\n\n<!--', 'conflict'],
    ['that would be a row of one', null, '| a | b |', undefined],
  ])('%s is refused', (_, above, said, code) => {
    const outline = { ...list, parts: list.parts.map((part) => ('section' in part ? { section: { ...part.section, rows: [] } } : part)) }
    for (const readme of [list, outline]) expect(textChanges(readme, above, said)).toMatchObject(code ? { code } : {})
  })
  it('in several places is one change with what stands between them', () => {
    const made = textChanges(list, 'a', '# The list\n\nWhat it is.\n\n## A and more')
    const changes = made.ok ? made.value : []
    expect(changes).toHaveLength(2)
    const whole = asOne(list, changes)
    expect(whole).toMatchObject({ at: 0, after: ['# The list\n', '\n', 'What it is.\n', '\n', '## A and more\n'] })
    const [apart, together] = [patch(list, changes), patch(list, whole ? [whole] : [])]
    expect(apart.ok && together.ok && render(apart.value.parts) === render(together.value.parts)).toBe(true)
    expect(asOne(list, [])).toBeUndefined()
  })
})

describe('the passages that changed', () => {
  it('are found, with a table that came', () => {
    const after = parse(withPassage(list, 'b', '## New\n\n| Tool | New |\n| --- | --- |\n| N | n |\n\n## B'))
    expect(changedPassages(list, after)).toEqual([{ above: 'b', text: '## New\n\n| Tool | New |\n| --- | --- |\n| N | n |\n\n## B' }])
  })
  it('are several, or none', () => {
    expect(changedPassages(list, parse(text.replace('# List', '# The list').replace('## B', 'More.\n\n## B')))?.map(({ above }) => above)).toEqual(['a', 'b'])
    expect(changedPassages(list, list)).toEqual([])
  })
  it('are none where a table goes', () => expect(changedPassages(list, parse(text.slice(0, text.indexOf('## B'))))).toBeNull())
})
