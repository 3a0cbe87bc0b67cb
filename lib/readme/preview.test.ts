import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { entryName, printCells, readCells, type EntryDraft } from '@/lib/catalog/entry'
import { tableText } from './frame'
import { parse, type Section } from './parse'
import { previewAdd, type SectionFrame } from './preview'
import { addRow } from './testing/add-row'

const seed = readFileSync(new URL('../../prisma/seed.README.md', import.meta.url), 'utf8')
const sections = parse(seed).parts.flatMap((part) => ('section' in part ? [part.section] : []))

function framed({ kind, heading, frame, rows }: Section): SectionFrame {
  const names = rows.map(({ cells }) => entryName(readCells(kind, frame.columns, cells)))
  return { slug: heading, heading, kind, size: rows.length, frame, first: names[0] ?? null, last: names.at(-1) ?? null, sample: rows[0]?.cells ?? [] }
}

const other = sections[4] as Section
const draft: EntryDraft = {
  kind: 'model',
  fields: { name: 'A model with quite a long name', subfield: 'EHR', paper: null, code: null, base: ['BERT'], data: [], starred: true },
}

describe('the preview of an addition', () => {
  it.each(['manner', 'start', 'end'] as const)('shows the row as the README will have it (%s)', (place) => {
    const { line } = previewAdd(framed(other), draft, place)
    const added = addRow(other.frame, other.rows, { key: 'new', cells: printCells(draft, other.frame.columns), verbatim: null }, place)
    expect(tableText(added.frame, added.rows).split('\n').filter((text) => text === line)).toHaveLength(1)
  })

  it('names the columns that grow', () => {
    expect(previewAdd(framed(other), draft, 'manner').widened).toEqual(['Model'])
    expect(previewAdd(framed(other), { ...draft, fields: { ...draft.fields, name: 'A' } }, 'manner').widened).toEqual([])
  })

  it('names the entries above and below', () => {
    const section = framed(other)
    expect(previewAdd(section, draft, 'start').between).toEqual([null, section.first])
    expect(previewAdd(section, draft, 'end').between).toEqual([section.last, null])
    expect(previewAdd({ ...section, first: null, last: null }, draft, 'manner').between).toEqual([null, null])
  })
})
