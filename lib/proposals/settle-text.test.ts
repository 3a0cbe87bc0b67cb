import { describe, expect, it } from 'vitest'
import type { TextChange } from '@/lib/readme/change'
import { diff } from '@/lib/readme/diff'
import { parse } from '@/lib/readme/parse'
import { patch } from '@/lib/readme/patch'
import { render } from '@/lib/readme/render'
import { clashingPassage, settleText, type TextPick } from './settle-text'

const text = '# List\n\nWhat it is.\nFor whom.\n\n## A\n\n| Tool |\n| --- |\n| X |\n\n## B\n\n| Kit |\n| --- |\n| Y |\n'
const base = parse(text)
const to = (...pairs: [string, string][]) => pairs.reduce((all, [from, into]) => all.replace(from, into), text)
const changeTo = (after: string) => diff(base, parse(after)).find(({ op }) => op === 'text') as TextChange

/** What the README says once the clash is settled so. */
function settled(now: string, change: TextChange, pick: TextPick): unknown {
  const made = settleText(base, parse(now), change, pick)
  if (!made.ok) return made
  const after = patch(parse(now), [made.value])
  return after.ok ? render(after.value.parts) : after
}

describe('a clash of text', () => {
  const now = to(['What it is.', 'What it is now.'], ['# List', '# Our list'])
  const theirs = changeTo(to(['What it is.\nFor whom.', 'What it may be.\nFor all.']))

  it('gets what is proposed, and what the catalog changed elsewhere stands', () =>
    expect(settled(now, theirs, { side: 'theirs' })).toBe(to(['What it is.\nFor whom.', 'What it may be.\nFor all.'], ['# List', '# Our list'])))
  it('gets what is written', () =>
    expect(settled(now, theirs, { side: 'written', text: '# Our list\n\nBoth.\n\n## A' })).toBe(to(['What it is.\nFor whom.', 'Both.'], ['# List', '# Our list'])))
  it('keeps what the catalog says, and what else was proposed', () => {
    const whole: TextChange = { op: 'text', at: 2, before: ['What it is.\n', 'For whom.\n', '\n', '## A\n'], after: ['What it may be.\n', 'For whom.\n', '\n', '## Aleph\n'] }
    expect(settled(now, whole, { side: 'ours' })).toBe(now.replace('## A', '## Aleph'))
  })
  it('tells where nothing is left, and what would be no text', () => {
    expect(settled(now, theirs, { side: 'ours' })).toMatchObject({ code: 'invalid', fields: { text: expect.stringContaining('leave it out') } })
    expect(settled(now, theirs, { side: 'written', text: '# List\n\n<!--' })).toMatchObject({ code: 'invalid', fields: { text: expect.stringContaining('empty line') } })
  })
  it('is shown with what both sides have together', () =>
    expect(clashingPassage(base, parse(now), theirs)).toMatchObject({ above: 'a', theirs: '# Our list\n\nWhat it may be.\nFor all.\n\n## A', clashes: [{}] }))
  it('is settled above the next table where its own is gone', () => {
    const without = text.slice(text.indexOf('## B'))
    expect(settled(without, theirs, { side: 'written', text: 'For all.\n\n## B' })).toBe(`For all.\n\n${without}`)
    expect(settled('# Nothing\n', theirs, { side: 'written', text: '# Nothing but this' })).toBe('# Nothing but this\n')
  })
})

it('is none of a change that takes a table away, or does not fit', () => {
  const gone = changeTo(text.slice(0, text.indexOf('\n## B')))
  expect(clashingPassage(base, base, gone)).toBeNull()
  expect(settleText(base, base, gone, { side: 'theirs' })).toMatchObject({ code: 'conflict' })
  expect(clashingPassage(base, base, { op: 'text', at: 0, before: ['# Other\n'], after: [] })).toBeNull()
})
