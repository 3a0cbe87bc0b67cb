import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diffLines, type DiffLine, type KeyedLine } from './line-diff'

const keyed = (...lines: string[]): KeyedLine[] => lines.map((line) => ({ key: line.split('=')[0] as string, text: line.split('=')[1] ?? line }))

function told(lines: DiffLine[]): string[] {
  return lines.map((line) => (line.type === 'gap' ? `… ${line.lines}` : `${line.type} ${line.before}:${line.after} ${line.text}`))
}

describe('the difference between two READMEs', () => {
  it('of the same is one gap, of nothing is nothing', () => {
    expect(diffLines(keyed('a', 'b'), keyed('a', 'b'))).toEqual([{ type: 'gap', lines: 2 }])
    expect(diffLines([], [])).toEqual([])
  })

  it('numbers both sides, and shows three lines around a change', () =>
    expect(told(diffLines(keyed('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'), keyed('a', 'b', 'c', 'd', 'x', 'e', 'f', 'g', 'h', 'i')))).toEqual([
      ...['… 1', 'context 2:2 b', 'context 3:3 c', 'context 4:4 d'],
      ...['added null:5 x', 'context 5:6 e', 'context 6:7 f', 'context 7:8 g', '… 2'],
    ]))

  it('counts lines that were not read, and tells where they are padded anew', () => {
    const unread = (text: string, lines: number): KeyedLine => ({ key: 'unread', text, unread: lines })
    expect(told(diffLines([unread('5', 100), ...keyed('a')], [unread('5', 100), ...keyed('x', 'a')]))).toEqual(['… 100', 'added null:101 x', 'context 101:102 a'])
    expect(diffLines([...keyed('a=1'), unread('5', 9), ...keyed('b')], [...keyed('a=2'), unread('6', 9), ...keyed('b')]).slice(2)).toEqual([
      { type: 'gap', lines: 9, padding: true },
      { type: 'context', before: 11, after: 11, text: 'b' },
    ])
    expect(diffLines([unread('5', 4), unread('5', 3)], [unread('6', 4), unread('5', 3)])).toEqual([{ type: 'gap', lines: 4, padding: true }, { type: 'gap', lines: 3 }])
  })

  it('has lines that were not read stay where many rows move across them, if they do', () => {
    const [rows, unread] = [keyed('a', 'b', 'c'), { key: 'unread', text: '5', unread: 90 }]
    const moved = [...rows.map(({ key }, index) => `removed ${index + 1}:null ${key}`), '… 90', ...rows.map(({ key }, index) => `added null:${index + 91} ${key}`)]
    expect(told(diffLines([...rows, unread], [unread, ...rows]))).toEqual(moved)
    const [first, last] = [{ ...unread, key: 'first' }, { ...unread, key: 'last' }]
    expect(told(diffLines([first, ...keyed('a'), last], [last, ...keyed('a'), first]))).toHaveLength(5)
  })

  it('of all lines of a long list takes no time, and tells each', () => {
    const side = (mark: string) => keyed(...Array.from({ length: 20_000 }, (_, index) => `${index}${mark}`))
    const start = performance.now()
    const types = diffLines(side('a'), side('b')).map(({ type }) => type)
    expect(performance.now() - start).toBeLessThan(5_000)
    expect(types).toEqual([...Array<string>(20_000).fill('removed'), ...Array<string>(20_000).fill('added')])
  })

  it('counts from the line at which both begin', () =>
    expect(told(diffLines(keyed('a', 'b'), keyed('b'), 41))).toEqual(['removed 41:null a', 'context 42:41 b']))

  it('tells a row that is only padded otherwise apart', () =>
    expect(diffLines(keyed('r=| a | b |', 's=| - | b |'), keyed('r=| a   | b |', 's=| a | b |'))).toEqual([
      { type: 'padding', before: 1, after: 1, text: '| a   | b |', was: '| a | b |' },
      { type: 'removed', before: 2, after: null, text: '| - | b |' },
      { type: 'added', before: null, after: 2, text: '| a | b |' },
    ]))

  it.each([
    ['| --- | :---: |', '| ------ | :-----: |', ['padding']],
    ['| --- | --- |', '| :--- | --- |', ['removed', 'added']],
    ['| - | b |', '| -- | b |', ['removed', 'added']],
    ['| a | b |', '| a | b | c |', ['removed', 'added']],
    ['| a--- | b |', '| a-- | b |', ['removed', 'added']],
    ['| --a | b |', '| ---a | b |', ['removed', 'added']],
  ])('%s and %s', (was, now, types) => expect(diffLines(keyed(`d=${was}`), keyed(`d=${now}`)).map(({ type }) => type)).toEqual(types))
})

// Applying a difference is the proof that it tells everything: what it shows and what it leaves out.
describe('any difference', () => {
  const lines = fc.uniqueArray(fc.record({ key: fc.constantFrom(...'abcdefghijklmnop'.split('')), text: fc.constantFrom('| x |', '| x  |', '| y |') }), {
    selector: ({ key }) => key,
  })

  it('leads from the one to the other', () =>
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const shown = diffLines(before, after)
        expect(side(shown, before, 'before')).toEqual(before.map(({ text }) => text))
        expect(side(shown, after, 'after')).toEqual(after.map(({ text }) => text))
      }),
    ))

  function side(shown: DiffLine[], whole: KeyedLine[], of: 'before' | 'after'): string[] {
    const texts: string[] = []
    for (const line of shown) {
      if (line.type === 'gap') texts.push(...whole.slice(texts.length, texts.length + line.lines).map(({ text }) => text))
      else if (line[of] === texts.length + 1) texts.push(of === 'before' ? (line.was ?? line.text) : line.text)
    }
    return texts
  }
})
