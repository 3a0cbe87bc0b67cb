import { describe, expect, it } from 'vitest'
import { formChangeSchema, decisionSchema, draftOf, proposalSchema, titleOf, type FormChange } from './change'

const add = (name: string): FormChange => ({
  op: 'add',
  section: 'text',
  place: 'manner',
  entry: { kind: 'dataset', fields: { name, papers: [], description: null, links: [] } },
})

function paths(parsed: { success: boolean; error?: { issues: { path: PropertyKey[] }[] } | undefined }): string[] {
  return (parsed.error?.issues ?? []).map(({ path }) => path.join('.'))
}

describe('a change', () => {
  it('goes where the table’s manner puts it, if nothing else is said', () => {
    const { place, ...unplaced } = add('A')
    expect(place).toBe('manner')
    expect(formChangeSchema.parse(unplaced)).toEqual(add('A'))
  })
  it('holds the fields of its kind and no others', () =>
    expect(formChangeSchema.parse({ ...add('A'), entry: { ...add('A').entry, raw: {} } })).toEqual(add('A')))
  it('says nothing that a form cannot', () => {
    const parsed = formChangeSchema.safeParse({ ...add('A'), key: 'a', line: null })
    expect(parsed.error?.issues.map(({ message }) => message)).toEqual(['What is proposed here has no “key”, “line”.'])
  })
  it.each([
    ['op', { ...add('A'), op: 'drop' }],
    ['section', { ...add('A'), section: '' }],
    ['place', { ...add('A'), place: 'middle' }],
    ['entry.kind', { ...add('A'), entry: { kind: 'paper', fields: {} } }],
    ['entry.fields.name', add(' ')],
  ])('is refused for its %s', (path, change) => expect(paths(formChangeSchema.safeParse(change))).toEqual([path]))
})

describe('a proposal', () => {
  it('needs no note', () => expect(proposalSchema.parse({ changes: [add('A')] })).toEqual({ rationale: '', changes: [add('A')] }))
  it.each([
    ['changes', { changes: [] }],
    ['changes', { changes: Array.from({ length: 201 }, (_, index) => add(`A${index}`)) }],
    ['rationale', { rationale: 'a'.repeat(2001), changes: [add('A')] }],
    ['changes.1.entry.fields.name', { changes: [add('A'), add('')] }],
  ])('is refused for its %s', (path, input) => expect(paths(proposalSchema.safeParse(input))).toEqual([path]))
})

describe('a decision', () => {
  const accepted = { proposal: 1, version: 2, verdict: 'accepted' }

  it('to accept needs no reason', () => expect(decisionSchema.parse(accepted)).toEqual({ ...accepted, reason: '' }))
  it.each(['rejected', 'changes_requested'])('%s needs one', (verdict) => {
    expect(paths(decisionSchema.safeParse({ ...accepted, verdict, reason: '  ' }))).toEqual(['reason'])
    expect(decisionSchema.parse({ ...accepted, verdict, reason: ' Listed already. ' }).reason).toBe('Listed already.')
  })
  it.each([
    ['proposal', { ...accepted, proposal: 0 }],
    ['version', { ...accepted, version: 1.5 }],
    ['verdict', { ...accepted, verdict: 'maybe' }],
    ['reason', { ...accepted, reason: 'a'.repeat(2001) }],
  ])('is refused for its %s', (path, input) => expect(paths(decisionSchema.safeParse(input))).toEqual([path]))
})

describe('stored changes', () => {
  it('are what a form sends, where a form could have sent them', () => expect(draftOf([add('A'), add('B')])).toEqual([add('A'), add('B')]))
  it('are none of a form’s where one of them is not', () => expect(draftOf([add('A'), { op: 'remove', section: 'text', entry: 'a' }])).toBeNull())
  it.each([{ key: 'a' }, { line: '|A|-|-|\n' }, { place: { after: 'b' } }])('are none of a form’s where an import’s addition has %j', (more) =>
    expect(draftOf([{ ...add('A'), ...more }])).toBeNull())
})

describe('a title', () => {
  it.each([
    [[], 'Nothing'],
    [['A'], 'Add A'],
    [['A', 'B', 'C'], 'Add A and 2 more'],
  ])('of %j', (names, title) => expect(titleOf(names.map(add))).toBe(title))
})
