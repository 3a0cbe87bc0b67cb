import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Layout } from './frame'
import { parse } from './parse'
import { render } from './render'
import { findTables } from './tables'

// Each fixture is a pair: what a README holds, and the tables that GitHub shows of it. Where ours differ by intent, its name says so.
const folder = new URL('fixtures/', import.meta.url)
const names = readdirSync(folder).flatMap((file) => (file.endsWith('.md') ? [file.slice(0, -3)] : []))

const plain: Partial<Layout> = {
  ...{ cap: null, least: 3, side: 'end', odd: 'after', open: true, close: true, gap: ' ', gapEnd: null, gaps: null, short: false, tail: '' },
  ...{ delimiterGap: null, delimiterFill: true },
}

/** A layout in short: what of it is not the commonest. */
function brief(layout: Layout): Partial<Layout> {
  const commonest = { ...plain, empty: layout.style === 'compact' ? ' ' : null }
  return Object.fromEntries(Object.entries(layout).filter(([key, value]) => value !== commonest[key as keyof Layout]))
}

function tablesOf(text: string) {
  const sections = parse(text).parts.flatMap((part) => ('section' in part ? [part.section] : []))
  return findTables(text).map(({ start, end }, index) => {
    const { kind, heading, frame, rows } = sections[index] as (typeof sections)[number]
    return {
      ...{ lines: [start + 1, end], heading, kind, columns: frame.columns, align: frame.align.join(' '), rows: rows.map(({ cells }) => cells) },
      layout: brief(frame.layout),
      widths: frame.widths,
      lead: frame.lead,
      verbatim: [frame.verbatim.header, frame.verbatim.delimiter, ...rows.map(({ verbatim }) => verbatim)].filter((line) => line !== null),
    }
  })
}

describe.each(names)('%s', (name) => {
  const text = readFileSync(new URL(`${name}.md`, folder), 'utf8')

  it('has the tables that it should have', () =>
    expect(tablesOf(text)).toEqual(JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'))))
  it('comes back to the byte, written from what was read', () => expect(render(structuredClone(parse(text).parts))).toBe(text))
})
