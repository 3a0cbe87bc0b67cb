import { describe, expect, it } from 'vitest'
import { amendmentSchema } from './amendment'
import { formChangeSchema, proposalSchema, type FormChange } from './change'
import { decisionSchema } from './decision'

const add = (name: string): Extract<FormChange, { op: 'add' }> => ({
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

  it('to accept needs no reason', () => expect(decisionSchema.parse(accepted)).toEqual({ ...accepted, reason: '', without: [] }))
  it.each(['rejected', 'changes_requested'])('%s needs one', (verdict) => {
    expect(paths(decisionSchema.safeParse({ ...accepted, verdict, reason: '  ' }))).toEqual(['reason'])
    expect(decisionSchema.parse({ ...accepted, verdict, reason: ' Listed already. ' }).reason).toBe('Listed already.')
  })
  it.each([
    ['proposal', { ...accepted, proposal: 0 }],
    ['version', { ...accepted, version: 1.5 }],
    ['verdict', { ...accepted, verdict: 'maybe' }],
    ['reason', { ...accepted, reason: 'a'.repeat(2001) }],
    ['without', { ...accepted, verdict: 'rejected', reason: 'No.', without: [{ ordinal: 0, reason: 'Wrong.' }] }],
    ['without.0.ordinal', { ...accepted, without: [{ ordinal: -1, reason: 'Wrong.' }] }],
    ['without.0.reason', { ...accepted, without: [{ ordinal: 0, reason: ' ' }] }],
  ])('is refused for its %s', (path, input) => expect(paths(decisionSchema.safeParse(input))).toEqual([path]))
})

describe('a change of what is listed', () => {
  const listed = { section: 'text', key: 'a', base: 3 }
  const edit = { op: 'edit', ...listed, entry: { kind: 'dataset', fields: { description: 'New.' } } }

  it('says only what it changes', () => expect(formChangeSchema.parse(edit)).toEqual(edit))
  it('may be a removal with its reason, or a move', () => {
    const remove = { op: 'remove', ...listed, reason: 'It is gone.', into: 'b' }
    const move = { op: 'move', ...listed, to: 'images', place: { after: 'b' } }
    for (const change of [remove, move]) expect(formChangeSchema.parse(change)).toEqual(change)
  })
  it.each([
    ['entry', 'Nothing is changed yet.', { ...edit, entry: { kind: 'dataset', fields: {} } }],
    ['entry.fields.description', 'Keep it under 500 characters.', { ...edit, entry: { kind: 'dataset', fields: { description: 'a'.repeat(501) } } }],
    ['base', 'Too small: expected number to be >0', { ...edit, base: 0 }],
    ['key', 'Name the entry.', { ...edit, key: ' ' }],
    ['reason', 'Say why it should go.', { op: 'remove', ...listed, reason: ' ' }],
    ['reason', 'Keep the reason under 500 characters.', { op: 'remove', ...listed, reason: 'a'.repeat(501) }],
  ])('is refused for its %s: %s', (path, message, change) =>
    expect(formChangeSchema.safeParse(change).error?.issues.map((issue) => [issue.path.join('.'), issue.message])).toEqual([[path, message]]))
})

it('an amendment is one change, or none', () => {
  const amendment = { proposal: 1, version: 1, ordinal: 0 }
  expect(amendmentSchema.parse({ ...amendment, changes: [] })).toEqual({ ...amendment, changes: [] })
  expect(paths(amendmentSchema.safeParse({ ...amendment, changes: [add('A'), add('B')] }))).toEqual(['changes'])
})
