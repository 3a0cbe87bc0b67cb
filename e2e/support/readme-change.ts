import { expect } from '@playwright/test'

const dateLine = /^Last updated: /

/** A table row's cells without their padding; a delimiter's dashes are padding too. */
function bare(line: string): string {
  return line.replace(/-{2,}/g, '--').replace(/ +/g, ' ')
}

/**
 * Holds that `after` is `before` with one row added and the date line following, and not one other byte: other rows of
 * that one table may be padded anew. Answers with the added row.
 */
export function expectOneRowAdded(before: string, after: string, name: string, date: string): string {
  const was = before.split('\n')
  const now = after.split('\n')
  const at = now.findIndex((line) => line.startsWith(`| ${name} `))
  expect(at, 'the new row').toBeGreaterThan(0)
  const [row = ''] = now.splice(at, 1)
  expect(now).toHaveLength(was.length)
  const changed = was.flatMap((line, index) => (line === now[index] ? [] : [index]))
  const dates = changed.filter((index) => dateLine.test(was[index] ?? ''))
  for (const index of dates) expect(now[index]).toBe(`Last updated: ${date}`)
  expect(now.filter((line) => dateLine.test(line))).toEqual([`Last updated: ${date}`])
  const table = tableAround(now, at)
  for (const index of changed.filter((one) => !dates.includes(one))) {
    expect(table).toContain(index)
    expect(bare(now[index] ?? '')).toBe(bare(was[index] ?? ''))
  }
  return row
}

/** The lines of the table that the line at `at` is in. */
function tableAround(lines: readonly string[], at: number): number[] {
  const isRow = (index: number) => lines[index]?.startsWith('|') ?? false
  let first = at
  while (isRow(first - 1)) first--
  let end = at
  while (isRow(end)) end++
  return Array.from({ length: end - first }, (_, index) => first + index)
}
