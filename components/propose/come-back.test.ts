import { expect, it } from 'vitest'
import { comeBack } from './come-back'
import { blank, type Values } from './values'

const named = (name: string, subfield = ''): Values => {
  const values = blank('text', [])
  return { ...values, model: { ...values.model, name, subfield } }
}
const start = named('')
const draft = (values: Values) => ({ version: null, values, start })

it('brings nothing back where nothing was typed', () => {
  expect(comeBack(start, null, null)).toBeNull()
  expect(comeBack(start, { revision: 1, draft: draft(start) }, null)).toBeNull()
})

it('brings back what the portal keeps, over what the form says by now', () => {
  const back = comeBack({ ...start, section: 'images' }, { revision: 4, draft: draft(named('A')) }, null)
  expect(back).toMatchObject({ values: { section: 'images', model: { name: 'A' } }, both: [], moved: ['section'], unsaved: false })
})

it('goes on with what only the browser has', () => {
  const back = comeBack(start, { revision: 4, draft: draft(named('A')) }, { ...draft(named('AB')), over: 4, was: named('A') })
  expect(back).toMatchObject({ values: { model: { name: 'AB' } }, both: [], unsaved: true })
  expect(comeBack(start, null, draft(named('AB')))).toMatchObject({ values: { model: { name: 'AB' } }, unsaved: true })
})

it('brings together what was typed here and elsewhere', () => {
  const saved = { revision: 5, draft: draft(named('A', 'Clinic')) }
  const back = comeBack(start, saved, { ...draft(named('AB', '')), over: 4, was: named('A') })
  expect(back).toMatchObject({ values: { model: { name: 'AB', subfield: 'Clinic' } }, both: [] })
  const clash = comeBack(start, saved, { ...draft(named('A', 'Surgery')), over: 4, was: named('A') })
  expect(clash).toMatchObject({ values: { model: { subfield: 'Surgery' } }, both: ['model.subfield'] })
})
