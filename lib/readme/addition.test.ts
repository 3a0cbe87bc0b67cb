import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse, type Section } from './parse'
import { render } from './render'
import { addRow } from './testing/add-row'

const seed = readFileSync(new URL('../../prisma/seed.README.md', import.meta.url), 'utf8')
const sections = parse(seed).parts.flatMap((part) => ('section' in part ? [part.section] : []))

/** The section as it was before its keepers added the newest rows, written with the widths that it then had. */
function earlier(section: Section, newer: number): string {
  const lines = render([{ section }]).split('\n')
  const [header = '', , ...rows] = lines
  const kept = [header, ...rows.slice(newer)].filter(Boolean)
  const bare = kept.map((line) => line.slice(2, -2).split(/(?<!\\) \| /).map((cell) => cell.trim()))
  const widths = (bare[0] ?? []).map((_, column) => Math.min(60, Math.max(3, ...bare.map((cells) => cells[column]?.length ?? 0))))
  const write = (cells: string[]) => `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
  const [first = [], ...others] = bare.map(write)
  return [first, write(widths.map((width) => `:${'-'.repeat(width - 1)}`)), ...others, ''].join('\n')
}

describe.each(sections.map((section) => ({ heading: section.heading, section })))('$heading', ({ section }) => {
  it.each([1, 2, 3])('adding its %i newest rows one by one gives the very table that a careful hand wrote', (newer) => {
    if (section.rows.length <= newer) return expect(section.rows.length).toBeGreaterThan(2)
    const [before] = parse(`# H\n\n${earlier(section, newer)}`).parts.flatMap((part) => ('section' in part ? [part.section] : []))
    const start = { frame: { ...(before as Section).frame, layout: section.frame.layout }, rows: (before as Section).rows }
    const grown = section.rows.slice(0, newer).toReversed().reduce((table, row) => addRow(table.frame, table.rows, row, 'manner'), start)
    expect(render([{ section: { ...section, ...grown } }])).toBe(render([{ section }]))
  })
})
