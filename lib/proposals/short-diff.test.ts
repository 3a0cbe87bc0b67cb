import { expect, it } from 'vitest'
import type { DiffLine } from '@/lib/readme/line-diff'
import { shortDiff } from './short-diff'

const line = (type: 'added' | 'removed' | 'padding' | 'context'): DiffLine => ({ type, before: 1, after: 1, text: 'a' })

it('counts each sort of change', () => {
  const lines = [line('context'), line('added'), line('removed'), line('padding'), line('padding'), { type: 'gap' as const, lines: 40 }]
  expect(shortDiff(lines)).toEqual({ lines, more: 0, added: 1, removed: 1, padding: 2 })
})

it('counts lines that are padded anew though nobody read them', () => {
  expect(shortDiff([{ type: 'gap', lines: 40, padding: true }, line('padding'), { type: 'gap', lines: 2 }]).padding).toBe(41)
})

it('leaves out what nobody would read, and still counts it', () => {
  const short = shortDiff(Array.from({ length: 1_500 }, () => line('added')))
  expect([short.lines.length, short.more, short.added]).toEqual([1_000, 500, 1_500])
})
