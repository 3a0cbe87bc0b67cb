import { describe, expect, it } from 'vitest'
import type { DiffLine } from '@/lib/readme/line-diff'
import { foldDiff, pairWords, type ReadmeLine } from './diff-folds'

const context: DiffLine = { type: 'context', before: 1, after: 1, text: '| a |' }
const added: DiffLine = { type: 'added', before: null, after: 2, text: '| b |' }
const removed: DiffLine = { type: 'removed', before: 2, after: null, text: '| c |' }
const padding: DiffLine = { type: 'padding', before: 3, after: 3, text: '| d  |', was: '| d |' }
const gap: DiffLine = { type: 'gap', lines: 40 }

describe('foldDiff', () => {
  it('has nothing to fold in no diff', () => {
    expect(foldDiff([])).toEqual([])
  })

  it('keeps context and changes together, in order', () => {
    expect(foldDiff([context, added, removed])).toEqual([{ type: 'content', lines: [context, added, removed] }])
  })

  it('sets padding apart from content on both sides of an added row', () => {
    expect(foldDiff([padding, padding, added, padding]).map((fold) => [fold.type, fold.type === 'gap' ? 0 : fold.lines.length])).toEqual([
      ['padding', 2],
      ['content', 1],
      ['padding', 1],
    ])
  })

  it('does not join what a gap parts', () => {
    expect(foldDiff([context, gap, context]).map((fold) => fold.type)).toEqual(['content', 'gap', 'content'])
  })
})

describe('pairWords', () => {
  const line = (type: 'removed' | 'added' | 'context', text: string): ReadmeLine => ({ type, before: 1, after: 1, text })
  const changed = (lines: ReadmeLine[]) => pairWords(lines).map(({ pieces }) => pieces?.filter((piece) => piece.changed).map(({ text }) => text) ?? null)

  it('sets off the words of lines that stand in for each other', () =>
    expect(changed([line('context', 'x'), line('removed', 'Last updated: 2024/03/03'), line('added', 'Last updated: 2026/11/25'), line('context', 'y')])).toEqual([
      null, ['2024', '03', '03'], ['2026', '11', '25'], null,
    ]))
  it('takes padding of a row for no difference', () =>
    expect(changed([line('removed', '| A   | one |'), line('added', '| A     | two  x |')])).toEqual([['one'], ['two  x']]))
  it('leaves lines that only come, or only go, or more the one than the other', () => {
    expect(changed([line('added', 'a'), line('context', 'b'), line('removed', 'c')])).toEqual([null, null, null])
    expect(changed([line('removed', 'a'), line('removed', 'b'), line('added', 'c')])).toEqual([null, null, null])
  })
})
