import { describe, expect, it } from 'vitest'
import { parse } from '@/lib/readme/parse'
import { proposalSchema, type FormChange } from '@/lib/proposals/change'
import { fieldName } from './column-fields'
import { blank, entryOf, fieldOf, formSchema, inputOf, valuesOf, type Values } from './values'

const link = { label: 'Github', url: 'https://github.com/a/b' }
const paper = { label: 'A title', url: 'https://arxiv.org/abs/2402.13963' }

type Add = Extract<FormChange, { op: 'add' }>

const model: Add = {
  op: 'add',
  section: 'language-models',
  place: 'end',
  entry: { kind: 'model', fields: { name: 'M', subfield: 'Clinic', paper, code: null, base: ['A', 'B'], data: ['C'], starred: true } },
}
const dataset: Add = {
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
    const bare = { ...model, entry: { ...model.entry, fields: { ...model.entry.fields, subfield: null, paper: null, code: link } } } as Add
    const { model: values } = valuesOf(bare, '', [])
    expect(values).toMatchObject({ subfield: '', noPaper: true, noCode: false, code: link })
  })
})

const sectionOf = (readme: string) => {
  const [part] = parse(readme).parts
  if (!part || !('section' in part)) throw new Error('no table')
  return { slug: 'here', ...part.section }
}

describe('a table’s columns', () => {
  const tools = sectionOf('| # | Tool | Docs (v1.0) |\n|-|-|-|\n')
  const models = sectionOf('| Stars | Model | Base |\n|-|-|-|\n')
  const sections = [tools, { ...models, slug: 'models' }]

  it('give a row back', () => {
    const change: Add = { op: 'add', section: 'here', place: 'start', entry: { kind: 'table', fields: {}, more: { Tool: '**a**', 'Docs (v1.0)': 'b' } } }
    const values = valuesOf(change, 'a note', sections)
    expect(inputOf('table', values, tools)).toEqual({ rationale: 'a note', changes: [change] })
    expect(formSchema('table', sections).parse(values)).toEqual({ rationale: 'a note', changes: [change] })
  })

  it('are all fields of the form, each empty', () => {
    const values = blank('here', sections)
    expect(Object.entries(values.more)).toEqual(['#', 'Tool', 'Docs (v1.0)', 'Stars'].map((column) => [fieldName(column), '']))
    expect(formSchema('table', sections).safeParse(values).error?.issues).toMatchObject([{ path: ['more', fieldName('#')] }])
    expect(formSchema('table', sections).safeParse({ ...values, section: '' }).error?.issues.every(({ path }) => path[0] === 'section')).toBe(true)
  })

  it('take a cell on one line, and none that is empty', () => {
    const values = blank('here', sections)
    values.more = { ...values.more, [fieldName('Tool')]: 'a\n b', [fieldName('#')]: ' ' }
    expect(entryOf('table', values, tools)).toEqual({ kind: 'table', fields: {}, more: { Tool: 'a b' } })
  })

  it('that a model’s table has beside its own are sent where they are filled, and fields without a column are not', () => {
    const values = blank('models', sections)
    Object.assign(values.model, { name: 'M', base: { names: ['B'], typing: '' }, data: { names: ['D'], typing: '' }, starred: true })
    const fields = { name: 'M', subfield: null, paper: null, code: null, base: ['B'], data: [], starred: false }
    expect(entryOf('model', values, models)).toEqual({ kind: 'model', fields })
    values.more[fieldName('Stars')] = '12'
    expect(entryOf('model', values, models)).toEqual({ kind: 'model', fields, more: { Stars: '12' } })
  })

  it('show their errors, and those of the row as a whole where it begins', () => {
    const values = blank('here', sections)
    expect(fieldOf('table', values, 'changes.0.entry.more.Docs (v1.0)', tools)).toBe(`more.${fieldName('Docs (v1.0)')}`)
    expect(fieldOf('table', values, 'changes.0.entry.more', tools)).toBe(`more.${fieldName('#')}`)
    expect(fieldOf('table', values, 'changes.0.entry.more')).toBe('section')
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
