import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parse } from '@/lib/readme/parse'
import type { SectionFrame } from '@/lib/readme/preview'
import { fieldName } from './column-fields'
import { shownOf } from './preview'
import { blank, type Values } from './values'

const seed = readFileSync(new URL('../../prisma/seed.README.md', import.meta.url), 'utf8')
const sections: SectionFrame[] = parse(seed).parts.flatMap((part) => {
  if (!('section' in part)) return []
  const { heading, kind, frame, rows } = part.section
  return [{ slug: heading, heading, kind, size: rows.length, frame, first: 'First', last: 'Last', sample: [] }]
})

function typed(change: (values: Values) => void): Values {
  const values = structuredClone(blank('Language Models', []))
  change(values)
  return values
}

it('shows nothing until something is typed', () => {
  expect(shownOf('model', blank('Language Models', []), sections)).toBeNull()
})

it('shows no row without a section, and says that the entry is not complete', () => {
  const values = typed((all) => {
    all.section = ''
    all.model.name = 'M'
  })
  expect(shownOf('model', values, sections)).toEqual({ preview: null, name: 'M', entry: null })
})

it('shows the row of an unfinished model, with a dash for what nobody has begun', () => {
  const values = typed((all) => {
    all.model.name = ' M | N '
    all.model.paper.label = 'Title'
    all.model.data = { names: ['PMC'], typing: 'MIMIC' }
    all.model.starred = true
  })
  const shown = shownOf('model', values, sections)
  expect(shown?.entry).toBeNull()
  expect(shown?.preview?.line.replace(/ {2,}/g, ' ')).toBe('| M \\| N | - | [Title]() | - | - | PMC + MIMIC* |')
  expect(shown?.preview?.between).toEqual([null, 'First'])
})

it('shows the exact row of a complete dataset', () => {
  const values = typed((all) => {
    all.section = 'Text'
    all.place = 'end'
    all.dataset = { name: 'D', papers: [{ label: 'arXiv', url: 'https://arxiv.org/abs/1' }], description: 'What', links: [] }
  })
  const shown = shownOf('dataset', values, sections)
  expect(shown?.entry).toMatchObject({ kind: 'dataset', fields: { name: 'D' } })
  expect(shown?.preview?.line.replace(/ {2,}/g, ' ')).toBe('| D ([arXiv](https://arxiv.org/abs/1)) | What | - |')
  expect(shown?.preview?.between).toEqual(['Last', null])
})

it('shows the row of any table in the order of its columns, and what will name it', () => {
  const [part] = parse('| # | Tool | Docs |\n|-|-|-|\n| 1 | a | b |\n').parts
  if (!part || !('section' in part)) throw new Error('no table')
  const { kind, frame } = part.section
  const tools: SectionFrame = { slug: 'tools', heading: 'Tools', kind, size: 1, frame, first: 'a', last: 'a', sample: ['1', 'a', 'b'] }
  const values = blank('tools', [tools])
  expect(shownOf('table', values, [tools])).toBeNull()
  values.more[fieldName('#')] = ' 2 '
  expect(shownOf('table', values, [tools])).toMatchObject({ name: '2', entry: { more: { '#': '2' } } })
  values.more[fieldName('Tool')] = '[New](https://new.org) | x'
  values.more[fieldName('Docs')] = 'x'.repeat(2001)
  const shown = shownOf('table', values, [tools])
  expect(shown).toMatchObject({ name: 'New | x', entry: null })
  expect(shown?.preview?.line).toBe(`| 2 | [New](https://new.org) \\| x | ${'x'.repeat(2001)} |`)
})

it('shows the row of an unfinished dataset', () => {
  const values = typed((all) => {
    all.section = 'Text'
    all.dataset.links = [{ label: 'Github', url: 'git' }]
  })
  expect(shownOf('dataset', values, sections)?.preview?.line.replace(/ {2,}/g, ' ')).toBe('| | - | [Github](git) |')
})
