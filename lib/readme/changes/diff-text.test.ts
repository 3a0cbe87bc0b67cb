import { expect, it } from 'vitest'
import { diffText } from './diff-text'

it('tells one passage where nearly every line of a long text differs, and in little time', () => {
  const lines = Array.from({ length: 20_000 }, (_, index) => `line ${index}\n`)
  const ends = lines.map((line) => line.replace('\n', '\r\n'))
  const before = performance.now()
  expect(diffText(['same\n', ...lines], ['same\n', ...ends])).toEqual([{ op: 'text', at: 1, before: lines, after: ends }])
  expect(performance.now() - before).toBeLessThan(20_000)
})
