import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { parseFeed } from '@rowanmanning/feed-parser'
import { describe, expect, it } from 'vitest'
import type { ChangeAt, StateAt } from '@/lib/api/represent'
import type { ReadEntry } from '@/lib/catalog/entry'
import { atomOf } from './atom'
import { changeHtml, changeSteps, changeTitle } from './change-words'
import { feedOf, readFeedName, type Followed, type FollowedChange } from './feed'
import { readNewsCursor, readSince, writeNewsCursor, writeSince } from './since'

const at = new Date('2026-03-01T12:00:00.000Z')
const text = { slug: 'text', heading: 'Text' }
const dataset = (description: string | null): ReadEntry => ({ kind: 'dataset', fields: { name: 'Set', papers: [], description, links: [{ label: 'Site <1>', url: 'https://example.org/?a=1&b="2"' }] }, raw: {}, more: {} })
const state = (entry: ReadEntry, rest: Partial<StateAt> = {}): StateAt => ({ name: 'Set & “<b>x</b>”', section: text, rank: 'a0', removed: false, entry, ...rest })
const change = (before: StateAt | null, after: StateAt): ChangeAt => ({ id: '0190a000-0000-7000-8000-000000000001', kind: 'dataset', slug: 'set', revision: 12, at, number: 3, proposal: 4, before, after })
const reasons = { title: 'A <title>', rationale: '' }

const followed: Followed = { origin: 'https://list.example:8443', list: 'The list', part: null, of: 'changes', path: '/search.atom?q=a&of=added', page: '/log', at, since: 2024 }
const one: FollowedChange = { change: change(null, state(dataset('An ]]> “é” 医学 one'))), proposer: 'Ada & Co', reasons }

describe('a feed', () => {
  const xml = atomOf(feedOf(followed, [one, { ...one, proposer: null, change: { ...one.change, number: 4, at: new Date(0) } }]))

  it('is XML that a feed reader reads back', () => {
    expect(XMLValidator.validate(xml)).toBe(true)
    const feed = parseFeed(xml)
    expect([feed.meta, feed.title, feed.self, feed.url, feed.updated]).toEqual([{ type: 'atom', version: '1.0' }, 'Changes · The list', 'https://list.example:8443/search.atom?q=a&of=added', 'https://list.example:8443/log', at])
    const [first, second] = feed.items
    expect([first?.id, first?.title, first?.url, first?.updated]).toEqual([
      'tag:list.example,2024:entry/0190a000-0000-7000-8000-000000000001/3',
      'Added: Set & “<b>x</b>” (dataset, Text)',
      'https://list.example:8443/datasets/set#r12',
      at,
    ])
    expect([first?.authors[0]?.name, second?.authors[0]?.name, second?.id === first?.id]).toEqual(['Ada & Co', 'The list', false])
    // The reader resolves entities once more than XML does, so what they hold is read by a parser of XML alone.
    const { feed: raw } = new XMLParser({ isArray: (name) => name === 'entry' }).parse(xml) as { feed: { entry: { content: string }[] } }
    expect(raw.entry[0]?.content).toBe(changeHtml(one.change, reasons))
  })

  it('says what it follows, and is as old as the list where there is nothing to tell', () => {
    expect(feedOf({ ...followed, part: 'Text', of: 'added' }, [])).toMatchObject({ title: 'New entries: Text · The list', subtitle: 'What came into the list, newest first.', at })
    expect(feedOf({ ...followed, part: null }, [])).toMatchObject({ title: 'Changes · The list' })
    expect(XMLValidator.validate(atomOf(feedOf(followed, [])))).toBe(true)
  })

  it('knows two sorts', () => expect(['added', 'changes', 'others', null].map(readFeedName)).toEqual(['added', 'changes', 'changes', 'changes']))
})

describe('a change in words', () => {
  const other = state(dataset('Old'))
  it.each([
    ['Added', change(null, other)],
    ['Changed', change(other, state(dataset('New')))],
    ['Moved', change(other, state(dataset('Old'), { rank: 'b' }))],
    ['Removed', change(other, state(dataset('Old'), { removed: true }))],
    ['Listed again', change(state(dataset('Old'), { removed: true }), other)],
  ])('begins with %s', (word, made) => expect(changeTitle(made)).toBe(`${word}: Set & “<b>x</b>” (dataset, Text)`))

  it('tells from where to where an entry moved', () => {
    const elsewhere = change(other, state(dataset('Old'), { section: { slug: 'b', heading: 'B' } }))
    expect(changeTitle(elsewhere)).toBe('Moved: Set & “<b>x</b>” (dataset, from Text to B)')
    const [up, down] = ['Zz', 'b'].map((rank) => changeHtml(change(other, state(dataset('Old'), { rank })), { title: '', rationale: '' }))
    expect([up, down]).toEqual(['<p>Further up in “Text”.</p>\n', '<p>Further down in “Text”.</p>\n'])
    for (const [before, after] of [[{ removed: true }, {}], [{}, { removed: true }]] as const) {
      const came = change(state(dataset('Old'), before), state(dataset('Old'), { ...after, section: { slug: 'b', heading: 'B' } }))
      expect(changeTitle(came)).toContain('(dataset, B)')
      expect(changeHtml(came, { title: '', rationale: '' })).not.toContain('Text')
    }
  })

  it('tells the fields that changed, escaped, and no others', () => {
    expect(changeSteps(change(other, state(dataset('New'))))).toEqual([{ label: 'Description', before: [{ text: 'Old' }], after: [{ text: 'New' }] }])
    expect(changeHtml(change(other, state(dataset('<i>')),), { title: '', rationale: '' })).toBe('<dl>\n<dt>Description</dt><dd><del>Old</del></dd><dd>&lt;i&gt;</dd>\n</dl>')
    expect(changeHtml(change(other, state(dataset(null))), reasons)).toBe('<p>A &lt;title&gt;</p>\n<dl>\n<dt>Description</dt><dd><del>Old</del></dd>\n</dl>')
  })
  it('leaves out that something new is not', () => {
    const model: ReadEntry = { kind: 'model', fields: { name: 'X', starred: false }, raw: {}, more: {} }
    expect(changeSteps(change(null, state(model)))).toEqual([{ label: 'Name', before: [], after: [{ text: 'X' }] }])
    expect(changeSteps(change(state({ ...model, fields: { name: 'X', starred: true } }), state(model)))).toEqual([{ label: 'More than three sources', before: [{ text: 'yes' }], after: [{ text: 'no' }] }])
  })
  it('tells all of what came or went, with its links, and where it moved to', () => {
    const link = '<dt>Links</dt><dd><a href="https://example.org/?a=1&amp;b=&quot;2&quot;">Site &lt;1&gt;</a></dd>'
    for (const made of [change(null, other), change(other, state(dataset('Old'), { removed: true })), change(state(dataset('x'), { removed: true }), other)]) expect(changeHtml(made, reasons)).toContain(link)
    expect(changeHtml(change(other, state(dataset('Old'), { section: { slug: 'b', heading: 'B & C' } })), { title: '', rationale: '' })).toBe('<p>From “Text” to “B &amp; C”.</p>\n')
  })
})

describe('since', () => {
  it.each(['0', '12', '2026-03-01'])('reads back %s', (said) => expect(writeSince(readSince(said) as NonNullable<ReturnType<typeof readSince>>)).toBe(said))
  it('takes a revision as people write it', () => expect(readSince(' r7 ')).toEqual({ revision: 7 }))
  it.each(['', 'x', '-1', '1.5', '01', '9999999999', '2026-02-30', '2026-13-01', '2026-3-1', undefined, ['1']])('does not take %j', (said) => expect(readSince(said)).toBeNull())
  it('reads back a cursor, and takes nothing else', () => {
    const cursor = { revision: 12, entry: '0190a000-0000-7000-8000-000000000001' }
    expect(readNewsCursor(writeNewsCursor(cursor))).toEqual(cursor)
    for (const said of ['12', '0.0190a000-0000-7000-8000-000000000001', '12.x', undefined]) expect(readNewsCursor(said)).toBeNull()
  })
})
