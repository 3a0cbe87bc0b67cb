import { describe, expect, it } from 'vitest'
import type { Change, Item, TextChange } from '../change'
import { mergedChanges, mergedTexts, type Merged } from '../testing/merged'

const brief = ({ text, clashes }: Merged) => ({ text, clashes: clashes.length })

/** The text with both sides, and how many clashes there are. */
const apply = (text: string, ours: readonly Change[], theirs: readonly Change[]) => brief(mergedChanges(text, ours, theirs))
const merged = (base: string, ours: string, theirs: string) => brief(mergedTexts(base, ours, theirs))

describe('two changes of the lines of a text', () => {
  const lines = ['a\n', 'b\n', 'c\n', 'd\n']

  /** Every change that takes up to two lines away and puts up to two in. */
  function everyChange(fresh: readonly string[]): TextChange[] {
    const places = [0, 1, 2, 3, 4].flatMap((at) => [0, 1, 2].map((taken) => ({ at, before: lines.slice(at, at + taken) as Item[], taken })))
    return places
      .filter(({ before, taken }) => before.length === taken)
      .flatMap(({ at, before }) => [0, 1, 2].map((put) => ({ op: 'text' as const, at, before, after: fresh.slice(0, put) })))
      .filter(({ before, after }) => before.length + after.length > 0)
  }

  /** Whether no text has both: they replace a common line, put lines in at one place, or into what the other replaces. */
  function excludeEachOther(a: TextChange, b: TextChange): boolean {
    const [aEnd, bEnd] = [a.at + a.before.length, b.at + b.before.length]
    if (a.before.length === 0 && b.before.length === 0) return a.at === b.at
    if (a.before.length === 0) return b.at < a.at && a.at < bEnd
    if (b.before.length === 0) return a.at < b.at && b.at < aEnd
    return a.at < bEnd && b.at < aEnd
  }

  /** The lines with these changes: in each gap first what is only put in, then what stands for the line that follows. */
  function withAll(changes: readonly TextChange[]): string {
    const sorted = changes.toSorted((a, b) => a.before.length - b.before.length)
    const gone = new Set(changes.flatMap(({ at, before }) => before.map((_, index) => at + index)))
    const put = (at: number) => sorted.flatMap((change) => (change.at === at ? change.after.map(String) : []))
    return [...lines, ''].map((line, at) => [...put(at), gone.has(at) ? '' : line].join('')).join('')
  }

  it('are both done, or clash', () => {
    const text = lines.join('')
    for (const ours of everyChange(['x\n', 'y\n'])) {
      for (const theirs of everyChange(['p\n', 'q\n'])) {
        const isSame = JSON.stringify(ours) === JSON.stringify(theirs)
        const isClash = !isSame && excludeEachOther(ours, theirs)
        const expected = { text: withAll(isSame || isClash ? [ours] : [ours, theirs]), clashes: isClash ? 1 : 0 }
        expect({ ours, theirs, ...apply(text, [ours], [theirs]) }).toEqual({ ours, theirs, ...expected })
      }
    }
  })

  it('tell what stood there, and what each side made of it', () => {
    const [ours, theirs] = [
      [{ op: 'text' as const, at: 0, before: ['a\n'], after: ['A\n'] }, { op: 'text' as const, at: 2, before: ['c\n'], after: ['x\n'] }],
      [{ op: 'text' as const, at: 2, before: ['c\n'], after: ['y\n'] }],
    ]
    expect(mergedChanges(lines.join(''), ours, theirs).clashes).toEqual([
      { section: '', entry: null, field: null, what: expect.stringContaining('same passage'), base: ['c\n'], ours: ['x\n'], theirs: ['y\n'] },
    ])
  })

  it('clash where one takes a line its end and the other goes on behind it', () => {
    const open = { op: 'text' as const, at: 3, before: ['d\n'], after: ['D'] }
    const more = { op: 'text' as const, at: 4, before: [], after: ['e\n'] }
    expect(apply('a\nb\nc\nd\n', [open], [more])).toEqual({ text: 'a\nb\nc\nD', clashes: 1 })
    expect(apply('a\nb\nc\nd\n', [more], [open])).toEqual({ text: 'a\nb\nc\nd\ne\n', clashes: 1 })
    expect(apply('a\nb\nc\nd\n', [open], [{ ...more, at: 0 }])).toEqual({ text: 'e\na\nb\nc\nD', clashes: 0 })
    const last = { op: 'text' as const, at: 3, before: ['d\n'], after: [] }
    expect(apply('a\nb\nc\nd\n', [{ op: 'text', at: 2, before: ['c\n'], after: ['C'] }, last], [])).toEqual({ text: 'a\nb\nC', clashes: 0 })
  })
})

describe('two dates', () => {
  const dated = (date: string, more = '') => `# List\n\nLast updated: ${date}${more}\n\nText.\n`
  const base = dated('2024/01/01')

  it('are the later one', () => {
    expect(merged(base, dated('2024/02/02'), dated('2024/03/03'))).toEqual({ text: dated('2024/03/03'), clashes: 0 })
    expect(merged(base, dated('2024/03/03'), dated('2024/02/02'))).toEqual({ text: dated('2024/03/03'), clashes: 0 })
    expect(merged(base, dated('2024/03/03'), dated('2024/03/03'))).toEqual({ text: dated('2024/03/03'), clashes: 0 })
  })

  it('clash where a side wrote more than a date', () => {
    const other = dated('2024/02/02', ', in a hurry')
    expect(merged(base, other, dated('2024/03/03'))).toEqual({ text: other, clashes: 1 })
    expect(merged(base, dated('2024/03/03'), other)).toEqual({ text: dated('2024/03/03'), clashes: 1 })
    const longer = dated('2024/02/02').replace('2024/02/02\n', '2024/02/02\nBy us.\n')
    expect(merged(base, longer, dated('2024/03/03'))).toEqual({ text: longer, clashes: 1 })
    expect(merged(base, dated('2024/03/03'), longer)).toEqual({ text: dated('2024/03/03'), clashes: 1 })
    const gone = base.replace('Last updated: 2024/01/01\n', '')
    expect(merged(base, gone, dated('2024/03/03'))).toEqual({ text: gone, clashes: 1 })
    expect(merged(base, dated('2024/03/03'), gone)).toEqual({ text: dated('2024/03/03'), clashes: 1 })
    const first = dated('2024/02/02').replace('# List\n\n', '# Lists\nof\n')
    expect(merged(base, first, dated('2024/03/03'))).toEqual({ text: first, clashes: 1 })
    expect(merged(base, dated('2024/03/03'), first).clashes).toBe(1)
  })

  it('of two lines are two', () => {
    const two = (a: string, b: string) => dated(a) + dated(b)
    const [day, ours, theirs] = ['2024/01/01', '2024/03/03', '2024/02/02']
    expect(merged(two(day, day), two(ours, day), two(day, theirs))).toEqual({ text: two(ours, theirs), clashes: 0 })
    expect(merged(two(day, day), two(theirs, day), two(day, ours))).toEqual({ text: two(theirs, ours), clashes: 0 })
  })
})

describe('sections that moved', () => {
  const section = (name: string, rows = ['one', 'two']) => `## ${name}\n\n| ${name} | Use |\n| --- | --- |\n${rows.map((row) => `| ${name}-${row} | - |\n`).join('')}\n`
  const [a, b, c, d] = ['A', 'B', 'C', 'D'].map((name) => section(name)) as [string, string, string, string]
  const base = a + b + c + d
  const grown = section('A', ['one', 'two', 'three'])

  it('take along what the other side did to them', () => {
    expect(merged(base, b + a + c + d, grown + b + c + d)).toEqual({ text: b + grown + c + d, clashes: 0 })
    expect(merged(base, grown + b + c + d, b + c + d + a)).toEqual({ text: b + c + d + grown, clashes: 0 })
  })

  it('on both sides to one place moved once, and one is gone once', () => {
    expect(merged(base, b + c + d + a, b + c + d + a)).toEqual({ text: b + c + d + a, clashes: 0 })
    expect(merged(base, b + c + d, b + c + d)).toEqual({ text: b + c + d, clashes: 0 })
    expect(merged(base, b + c + d, a + b + c)).toEqual({ text: b + c, clashes: 0 })
  })

  it('to two places clash as a whole, and stand where our side put them', () => {
    const { text, clashes } = merged(base, b + a + c + d, b + c + d + a)
    expect([text, clashes > 0]).toEqual([b + a + c + d, true])
  })

  it('clash with their end', () => {
    const { text, clashes } = merged(base, grown + b + c + d, b + c + d)
    expect([text, clashes > 0]).toEqual([grown + b + c + d, true])
    const other = merged(base, b + c + d, b + c + d + a)
    expect([other.text, other.clashes > 0]).toEqual([b + c + d, true])
    const back = merged(base, b + c + d + a, b + c + d)
    expect([back.text, back.clashes > 0]).toEqual([b + c + d + a, true])
  })

  it('leave other changes of the text alone', () =>
    expect(merged(`Hi.\n\n${base}`, `Hello.\n\n${b + a + c + d}`, `Hi.\n\n${base}Bye.\n`)).toEqual({ text: `Hello.\n\n${b + a + c + d}Bye.\n`, clashes: 0 }))
})
