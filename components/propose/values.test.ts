import { describe, expect, it } from 'vitest'
import { proposalSchema, type Change } from '@/lib/proposals/change'
import { blank, entryOf, fieldOf, formSchema, inputOf, valuesOf, type Values } from './values'

const link = { label: 'Github', url: 'https://github.com/a/b' }
const paper = { label: 'A title', url: 'https://arxiv.org/abs/2402.13963' }

const model: Change = {
  op: 'add',
  section: 'language-models',
  place: 'end',
  entry: { kind: 'model', fields: { name: 'M', subfield: 'Clinic', paper, code: null, base: ['A', 'B'], data: ['C'], starred: true } },
}
const dataset: Change = {
  op: 'add',
  section: 'text',
  place: 'manner',
  entry: { kind: 'dataset', fields: { name: 'D', papers: [], description: null, links: [link, { ...link, url: 'https://d.org/' }] } },
}

function typed(change: (values: Values) => void): Values {
  const values = structuredClone(blank('text', []))
  change(values)
  return values
}

describe('the way from a change to the form and back', () => {
  it.each([model, dataset])('gives the change back: %#', (change) => {
    const values = valuesOf(change, 'a note', [])
    expect(inputOf(change.entry.kind, values, undefined)).toEqual({ rationale: 'a note', changes: [change] })
    expect(formSchema(change.entry.kind, []).parse(values)).toEqual(proposalSchema.parse({ rationale: 'a note', changes: [change] }))
  })

  it('turns the switches on where the change has none', () => {
    const bare = { ...model, entry: { ...model.entry, fields: { ...model.entry.fields, subfield: null, paper: null, code: link } } } as Change
    const { model: values } = valuesOf(bare, '', [])
    expect(values).toMatchObject({ subfield: '', noPaper: true, noCode: false, code: link })
  })
})

describe('what the form means', () => {
  it('keeps what is set aside, and does not send it', () => {
    const values = typed(({ model: fields }) => Object.assign(fields, { paper, noPaper: true }))
    expect(entryOf('model', values, undefined)).toMatchObject({ fields: { paper: null } })
    expect(values.model.paper).toEqual(paper)
  })

  it('counts a name that is typed but not yet added', () => {
    const values = typed(({ model: fields }) => Object.assign(fields, { base: { names: ['A'], typing: ' B + a ' } }))
    expect(entryOf('model', values, undefined)).toMatchObject({ fields: { base: ['A', 'B'] } })
  })

  it('leaves out empty rows and puts a description on one line', () => {
    const values = typed((all) => {
      all.dataset = { name: 'D', papers: [{ label: ' ', url: '' }], description: 'one\n two ', links: [{ label: '', url: '' }, link] }
    })
    expect(entryOf('dataset', values, undefined)).toMatchObject({ fields: { papers: [], description: 'one two ', links: [link] } })
  })
})

describe('where an error is shown', () => {
  const values = typed((all) => {
    all.dataset.links = [{ label: '', url: '' }, link]
  })
  it.each([
    ['model', 'rationale', 'rationale'],
    ['model', 'changes.0.section', 'section'],
    ['model', 'changes.0.place', 'place'],
    ['model', 'changes.0.entry.fields.name', 'model.name'],
    ['model', 'changes.0.entry.fields.paper.label', 'model.paper.label'],
    ['model', 'changes.0.entry.fields.code', 'model.code.url'],
    ['model', 'changes.0.entry.fields.base.2', 'model.base'],
    ['dataset', 'changes.0.entry.fields.links.0.url', 'dataset.links.1.url'],
    ['dataset', 'changes.0.entry.fields.links.0', 'dataset.links.1.url'],
    ['dataset', 'changes.0.entry.fields.links.7.label', 'dataset.links.0.label'],
    ['dataset', 'changes.0.entry.fields.papers', 'dataset.papers.root'],
    ['model', 'changes', 'root'],
    ['model', 'changes.0.entry', 'root'],
  ] as const)('%s: %s is told at %s', (kind, path, field) => {
    expect(fieldOf(kind, values, path)).toBe(field)
  })

  it('tells the proposal’s errors at the form’s fields', () => {
    const parsed = formSchema('model', []).safeParse(blank('', []))
    expect(parsed.error?.issues.map(({ path }) => path.join('.'))).toEqual([
      'section',
      'model.name',
      'model.paper.label',
      'model.paper.url',
      'model.code.url',
    ])
  })
})
