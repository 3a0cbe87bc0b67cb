import { describe, expect, it } from 'vitest'
import { mergedTexts } from '../testing/merged'
import { splitEnds } from './line-ends'

const base = '# List\n\nFirst.\nSecond.\n\n| Tool | Use |\n| --- | --- |\n| awk | text |\n\nThe end.\n'
const edited = base.replace('First.\n', 'First of all.\n').replace('The end.\n', 'The end.\nReally.\n')
const [crlf, cr] = ['\r\n', '\r'].map((end) => base.replaceAll('\n', end)) as [string, string]

/** Both edits of the list, and how many clashes there are. */
function merged(ours: string, theirs: string): [string, number] {
  const { text, clashes } = mergedTexts(base, ours, theirs)
  return [text, clashes.length]
}

describe('line ends that one side turned', () => {
  const both = edited.replaceAll('\n', '\r\n')

  it('are turned in the lines that the other side wrote', () => {
    expect(merged(crlf, edited)).toEqual([both, 0])
    expect(merged(edited, crlf)).toEqual([both, 0])
  })

  it('are turned once where both turned them', () => {
    expect(merged(crlf, both)).toEqual([both, 0])
    expect(merged(both, crlf)).toEqual([both, 0])
    expect(merged(both, both)).toEqual([both, 0])
  })

  it('stay with a side that wrote elsewhere', () => {
    const theirs = base.replace('Second.\n', 'Second.\nThird.\n')
    const all = both.replace('Second.\r\n', 'Second.\r\nThird.\r\n')
    expect(merged(both, theirs)).toEqual([all, 0])
    expect(merged(theirs, both)).toEqual([all, 0])
  })

  it('are those of lines alone, of which a few may be turned', () => {
    const few = base.replace('First.\n', 'First.\r\n')
    expect(merged(few, edited)).toEqual([edited.replace('First of all.\n', 'First of all.\r\n'), 0])
    expect(merged(edited, few)).toEqual([edited.replace('First of all.\n', 'First of all.\r\n'), 0])
    expect(merged(few, base.replace('Second.\n', 'Last.\n'))).toEqual([few.replace('Second.\n', 'Last.\n'), 0])
    expect(merged(base.replace('Second.\n', 'Last.\n'), few)).toEqual([few.replace('Second.\n', 'Last.\n'), 0])
  })

  it('clash where each side turned them another way, and where half of what the other replaced was turned', () => {
    expect(merged(base.replace('First.\n', 'First.\r\n'), base.replace('First.\n', 'First.\r'))[1]).toBe(1)
    expect(merged(crlf, cr)[1]).toBeGreaterThan(0)
    expect(merged(base.replace('First.\nSecond.\n', 'Other.\nWords.\n'), base.replace('First.\n', 'First.\r\n'))[1]).toBe(1)
  })

  it('leave lines as they were written where they were turned in two ways', () => {
    const ours = base.replace('First.\nSecond.\n', 'First.\r\nSecond.\r')
    const theirs = base.replace('First.\nSecond.\n', 'Other.\nWords.\n')
    expect(merged(ours, theirs)).toEqual([theirs.replace('Other.\n', 'Other.\r\n').replace('Words.\n', 'Words.\r'), 0])
  })

  it('are left to the other side where it took the lines away', () => {
    const without = base.replace('First.\nSecond.\n\n', '')
    expect(merged(crlf, without)).toEqual([without.replaceAll('\n', '\r\n'), 0])
    expect(merged(without, crlf)).toEqual([without.replaceAll('\n', '\r\n'), 0])
  })

  it('are none where the other side took a line its end', () => {
    const open = base.slice(0, -1)
    expect(merged(open, edited)[1]).toBe(1)
    expect(merged(open, crlf)).toEqual([crlf.slice(0, -2), 0])
    expect(merged(crlf, open)).toEqual([crlf.slice(0, -2), 0])
  })
})

describe('a change of the text', () => {
  it('is told apart from the line ends in it, around sections too', () => {
    const [before, after] = [['a\n', { section: 's' }, 'b\n', 'c\n'], ['a\r\n', { section: 's' }, 'B\n', 'c\n', 'd\n']]
    expect(splitEnds([{ op: 'text', at: 3, before, after }])).toEqual({
      texts: [
        { op: 'text', at: 5, before: ['b\n'], after: ['B\n'] },
        { op: 'text', at: 7, before: [], after: ['d\n'] },
      ],
      ends: new Map([[3, { before: 'a\n', after: 'a\r\n' }]]),
    })
  })

  it('stays whole where too much of it differs', () => {
    const lines = (end: string) => Array.from({ length: 1_200 }, (_, index) => `${end.length}${index}${end}`)
    const change = { op: 'text' as const, at: 0, before: [...lines('\n'), 'x\n'], after: [...lines('\r\n'), 'x\r\n'] }
    expect(splitEnds([change]).texts).toEqual([change])
  })
})
