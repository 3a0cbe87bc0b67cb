import { describe, expect, it } from 'vitest'
import { readCells } from '@/lib/catalog/entry'
import type { FormEdit } from '@/lib/proposals/change'
import { sectionsOf, parse } from '@/lib/readme/parse'
import type { SectionFrame } from '@/lib/readme/preview'
import { fieldName } from './column-fields'
import { editInput, entryEditOf, listedValues, proposedValues, unfitCells, type Edited } from './edit-values'
import { previewEdit } from './edit-preview-of'
import { formSchema } from './values'

const readme = `### Models

| Model | Subfield | Paper | Base | Stars |
| ----- | -------- | ----- | ---- | ----- |
| A     | Clinic   | **x** | T5   | 7     |

### Data

| Dataset (Paper) | Description |
| --- | --- |
| <b>D</b> | Text |

### Tools

| Tool | Docs |
| --- | --- |
| A | b |
`

function editedOf(heading: string): [Edited, SectionFrame] {
  const found = sectionsOf(parse(readme).parts).find((section) => section.heading === heading)
  if (!found) throw new Error('no such table')
  const { key: slug, kind, frame, rows } = found
  const { key, cells, verbatim } = rows[0] as (typeof rows)[0]
  const entry = readCells(kind, frame.columns, cells)
  const section = { slug, heading, kind, frame, size: 1, first: key, last: key, sample: cells }
  return [{ section: slug, key, name: key, base: 3, entry, row: { cells, verbatim } }, section]
}

const [model, models] = editedOf('Models')
const [dataset, datasets] = editedOf('Data')
const [tool, tools] = editedOf('Tools')

describe('the form of an entry that is listed', () => {
  it('says what the list says, and changes nothing', () => {
    for (const [edited, section] of [[model, models], [dataset, datasets], [tool, tools]] as const) {
      const values = listedValues(edited, [section])
      expect(entryEditOf(values, edited, section)).toEqual({ kind: edited.entry.kind, fields: {} })
      expect(previewEdit(values, edited, section)).toBe('nothing')
    }
  })

  it('shows what fits no field as it is, and a name in words', () => {
    const values = listedValues(dataset, [datasets])
    expect(values.dataset.name).toBe('D')
    expect(unfitCells(dataset, values)).toEqual({ name: '<b>D</b>' })
    expect(unfitCells(dataset, { rewritten: ['name'] })).toEqual({})
    expect(unfitCells(model, values)).toEqual({ paper: '**x**' })
  })

  it('sends the fields that differ, and no others', () => {
    const values = listedValues(model, [models])
    values.model.subfield = ''
    values.model.base.typing = 'BERT'
    values.more[fieldName('Stars')] = ' 8 '
    expect(entryEditOf(values, model, models)).toEqual({ kind: 'model', fields: { subfield: null, base: ['T5', 'BERT'] }, more: { Stars: '8' } })
    expect(formSchema('model', [models], editInput(model)).parse({ ...values, rationale: 'Why.' })).toEqual({
      rationale: 'Why.',
      changes: [{ op: 'edit', section: 'models', key: 'a', base: 3, entry: { kind: 'model', fields: { subfield: null, base: ['T5', 'BERT'] }, more: { Stars: '8' } } }],
    })
  })

  it('sends all fields of a cell that is written anew, and tells what they lack', () => {
    const values = { ...listedValues(dataset, [datasets]), rewritten: ['name'] }
    expect(entryEditOf(values, dataset, datasets)).toEqual({ kind: 'dataset', fields: { name: 'D', papers: [] } })
    const paperless = { ...listedValues(model, [models]), rewritten: ['paper'] }
    const parsed = formSchema('model', [models], editInput(model)).safeParse(paperless)
    expect(parsed.error?.issues.map(({ path }) => path.join('.'))).toEqual(['model.paper.label', 'model.paper.url'])
    expect(previewEdit(paperless, model, models)).toBe('unfinished')
  })

  it('is refused while it changes nothing, and where its section is none', () => {
    const schema = formSchema('table', [tools], editInput(tool))
    const issues = (values: object) => schema.safeParse(values).error?.issues.map(({ path, message }) => [path.join('.'), message])
    const values = listedValues(tool, [tools])
    expect(issues(values)).toEqual([['root', 'Nothing is changed yet.']])
    expect(issues({ ...values, section: 'gone' })).toEqual([['root', 'Nothing is changed yet.']])
  })

  it('shows each step, and the row as the README will have it', () => {
    const values = listedValues(model, [models])
    values.model.subfield = 'Emergency medicine'
    expect(previewEdit(values, model, models)).toEqual({
      steps: [{ label: 'Subfield', before: [{ text: 'Clinic' }], after: [{ text: 'Emergency medicine' }] }],
      line: '| A     | Emergency medicine | **x** | T5   | 7     |',
      before: expect.stringMatching(/^\| A {5}\| Clinic/),
    })
  })
})

describe('the form of an edit that was sent', () => {
  const change = (fields: object, more?: Record<string, string>): FormEdit => ({ op: 'edit', section: 'models', key: 'a', base: 2, entry: { kind: 'model', fields, ...(more && { more }) } })

  it('gives it back, over what the list says now', () => {
    const paper = { label: 'Title', url: 'https://a.org/' }
    const values = proposedValues(model, change({ paper, subfield: null }, { Stars: '9' }), 'Why.', [models])
    expect(values).toMatchObject({ rationale: 'Why.', rewritten: ['paper'], model: { name: 'A', subfield: '', paper } })
    expect(entryEditOf(values, model, models)).toEqual({ kind: 'model', fields: { subfield: null, paper }, more: { Stars: '9' } })
  })

  it('keeps a name in words where nobody wrote it anew', () => {
    const edit: FormEdit = { op: 'edit', section: 'data', key: 'd', base: 2, entry: { kind: 'dataset', fields: { description: null } } }
    const values = proposedValues(dataset, edit, '', [datasets])
    expect(values).toMatchObject({ rewritten: [], dataset: { name: 'D', description: '' } })
    expect(entryEditOf(values, dataset, datasets)).toEqual({ kind: 'dataset', fields: { description: null } })
    const row: FormEdit = { op: 'edit', section: 'tools', key: 'a', base: 2, entry: { kind: 'table', fields: {}, more: { Docs: 'c' } } }
    expect(entryEditOf(proposedValues(tool, row, '', [tools]), tool, tools)).toEqual({ kind: 'table', fields: {}, more: { Docs: 'c' } })
  })
})
