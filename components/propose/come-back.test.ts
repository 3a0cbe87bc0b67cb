import { describe, expect, it } from 'vitest'
import { comeBack } from './come-back'
import { entryShape, passageShape } from './shapes'
import { blank, type Values } from './values'

const named = (name: string, subfield = ''): Values => {
  const values = blank('text', [])
  return { ...values, model: { ...values.model, name, subfield } }
}
const start = named('')
const draft = (values: Values) => ({ version: null, values, start })

it('brings nothing back where nothing was typed', () => {
  expect(comeBack(entryShape, start, null, null)).toBeNull()
  expect(comeBack(entryShape, start, { revision: 1, draft: draft(start) }, null)).toBeNull()
})

it('brings back what the portal keeps, over what the form says by now', () => {
  const back = comeBack(entryShape, { ...start, section: 'images' }, { revision: 4, draft: draft(named('A')) }, null)
  expect(back).toMatchObject({ values: { section: 'images', model: { name: 'A' } }, both: [], moved: ['section'], unsaved: false })
})

it('goes on with what only the browser has', () => {
  const back = comeBack(entryShape, start, { revision: 4, draft: draft(named('A')) }, { ...draft(named('AB')), over: 4, was: named('A') })
  expect(back).toMatchObject({ values: { model: { name: 'AB' } }, both: [], unsaved: true })
  expect(comeBack(entryShape, start, null, draft(named('AB')))).toMatchObject({ values: { model: { name: 'AB' } }, unsaved: true })
})

it('brings together what was typed here and elsewhere', () => {
  const saved = { revision: 5, draft: draft(named('A', 'Clinic')) }
  const back = comeBack(entryShape, start, saved, { ...draft(named('AB', '')), over: 4, was: named('A') })
  expect(back).toMatchObject({ values: { model: { name: 'AB', subfield: 'Clinic' } }, both: [] })
  const clash = comeBack(entryShape, start, saved, { ...draft(named('A', 'Surgery')), over: 4, was: named('A') })
  expect(clash).toMatchObject({ values: { model: { subfield: 'Surgery' } }, both: ['model.subfield'] })
})

describe('a passage', () => {
  const passage = (text: string) => ({ text, rationale: '' })
  const saved = { revision: 1, draft: { version: null, values: passage('a\nB\nc'), start: passage('a\nb\nc') } }

  it('comes back with what the list changed in other lines meanwhile', () => {
    const back = comeBack(passageShape, passage('A\nb\nc'), saved, null)
    expect(back).toMatchObject({ values: passage('A\nB\nc'), both: [], moved: ['text'], clashes: [] })
  })
  it('comes back as it was typed where the list changed the same lines, and tells which', () => {
    const back = comeBack(passageShape, passage('a\nX\nc\nd'), saved, null)
    expect(back).toMatchObject({ values: passage('a\nB\nc\nd'), both: ['text'], moved: [], clashes: [{ base: ['b'], ours: ['X'], theirs: ['B'] }] })
  })
  it('is done once the list says so', () => expect(comeBack(passageShape, passage('a\nB\nc'), saved, null)).toBeNull())
})
