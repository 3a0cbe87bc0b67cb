import { describe, expect, it } from 'vitest'
import { readCells } from '@/lib/catalog/entry'
import type { Frame } from '@/lib/readme/frame'
import { tellChange, tellEntry, tellRevision, tellSection, type ChangeAt, type StateAt } from './represent'
import { changeSchema, entrySchema, revisionSchema, sectionSchema } from './schemas'

const origin = 'https://catalog.example'
const at = new Date('2024-05-06T07:08:09Z')
const head = { id: '019aa0bb-1111-7111-8111-111111111111', slug: 'a', name: 'A', rank: 'a0', revision: 2, at, section: { slug: 's', heading: 'S' } }
const columns = ['name', 'subfield', 'paper', 'Stars']
const model = (...cells: string[]) => readCells('model', columns, cells)

describe('an entry', () => {
  it('is told with its page and what it is known by', () => {
    const told = tellEntry(origin, { ...head, kind: 'model', entry: model('A', 'b [c]', '[P](https://arxiv.org/abs/2401.02458v2)', '5') })
    expect(entrySchema.parse(told)).toEqual(told)
    expect(told).toMatchObject({ url: `${origin}/models/a`, updatedAt: '2024-05-06T07:08:09.000Z', identities: ['arxiv:2401.02458'], raw: { subfield: 'b [c]' }, more: { Stars: '5' } })
    expect(told.fields).not.toHaveProperty('subfield')
  })

  it.each(['dataset', 'table'] as const)('may be a %s', (kind) => {
    const told = tellEntry(origin, { ...head, kind, entry: readCells(kind, ['name'], ['A']) })
    expect(entrySchema.parse(told)).toEqual(told)
  })
})

describe('a change', () => {
  const state = (entry = model('A', 'b', '-', ''), over: Partial<StateAt> = {}): StateAt => ({ name: 'A', section: head.section, rank: 'a0', removed: false, entry, ...over })
  const change = (before: StateAt | null, after: StateAt): ChangeAt => ({ ...head, kind: 'model', number: 1, proposal: null, before, after })
  const gone = state(undefined, { removed: true })

  it.each<[string, StateAt | null, StateAt, string[]]>([
    ['added', null, state(), []],
    ['edited', state(), state(model('A', 'c', '-', '7')), ['Stars', 'subfield']],
    ['edited', state(), state(model('A', 'c', '-', ''), { rank: 'a1' }), ['rank', 'subfield']],
    ['edited', state(), state(), []],
    ['moved', state(), state(undefined, { rank: 'a1' }), ['rank']],
    ['moved', state(), state(undefined, { rank: 'a1', section: { slug: 't', heading: 'T' } }), ['section', 'rank']],
    ['removed', state(), gone, []],
    ['restored', gone, state(), []],
  ])('is told as %s', (op, before, after, changed) => {
    const told = tellChange(origin, change(before, after))
    expect(changeSchema.parse(told)).toEqual(told)
    expect(told).toMatchObject({ op, entry: { slug: 'a', url: `${origin}/models/a` } })
    expect(told.changed.toSorted()).toEqual(changed.toSorted())
    expect([told.before === null, told.after === null]).toEqual([before === null || before.removed, after.removed])
  })
})

it('tells a move from an edit, whatever the columns of a table are called', () => {
  const state = (cells: string[], slug: string): StateAt => ({ name: 'T', section: { slug, heading: slug }, rank: 'a0', removed: false, entry: readCells('table', ['Tool', 'section', 'rank'], cells) })
  const told = (before: StateAt, after: StateAt) => tellChange(origin, { ...head, kind: 'table', number: 2, proposal: 1, before, after })
  expect(told(state(['T', 'x', '1'], 'a'), state(['T', 'x', '1'], 'b'))).toMatchObject({ op: 'moved', changed: ['section'] })
  expect(told(state(['T', 'x', '1'], 'a'), state(['T', 'x', '2'], 'a'))).toMatchObject({ op: 'edited', changed: ['rank'] })
})

it('tells a section with its columns, and where its entries are', () => {
  const frame = { columns: ['name', 'Stars'], header: ['Model'] } as unknown as Frame
  const section = { slug: 'vision', kind: 'model' as const, heading: 'Vision', frame, size: 3 }
  const told = tellSection(origin, section, undefined)
  expect(sectionSchema.parse(told)).toEqual(told)
  expect(told).toMatchObject({ url: `${origin}/sections/vision`, entries: `${origin}/api/v1/entries?section=vision`, columns: [{ key: 'name', header: 'Model' }, { key: 'Stars', header: '' }] })
  expect(tellSection(origin, { ...section, size: null }, 2).entries).toBe(`${origin}/api/v1/entries?section=vision&revision=2`)
})

it('tells a revision without anybody’s id', () => {
  const item = { revision: 2, at, title: 'T', rationale: 'r', reason: 's', proposal: 1, proposer: 'Ada', decider: 'Max', proposerId: 'secret' }
  const told = tellRevision(origin, item)
  expect(revisionSchema.strict().parse(told)).toEqual(told)
  expect(told.readme).toBe(`${origin}/r/2/README.md`)
})
