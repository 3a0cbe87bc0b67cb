import { expect, it } from 'vitest'
import { carryOver } from './carry-over'
import { entryShape } from './shapes'
import { blank, type Values } from './values'

function form(change: (values: Values) => void): Values {
  const values = structuredClone({ ...blank('text', []), more: { c_a: '', c_b: '' } })
  change(values)
  return values
}

const then = form((values) => Object.assign(values.model, { name: 'A', subfield: 'Clinic' }))

it('gives back what was typed where nothing else changed', () => {
  const typed = form((values) => Object.assign(values.model, { name: 'A', subfield: 'Surgery' }))
  expect(carryOver(entryShape, typed, then, then)).toEqual({ values: typed, both: [], moved: [], clashes: [] })
})

it('says what the form says by now where nobody typed, and names what both changed', () => {
  const typed = form((values) => {
    Object.assign(values.model, { name: 'B', subfield: 'Surgery', starred: true })
    Object.assign(values, { rationale: 'Why.', more: { c_a: 'x', c_b: '' } })
  })
  const now = form((values) => {
    Object.assign(values.model, { name: 'A', subfield: 'Emergency', starred: true, noCode: true })
    Object.assign(values, { section: 'images', more: { c_a: '', c_b: 'y', c_new: 'z' } })
  })
  const { values, both, moved } = carryOver(entryShape, typed, then, now)
  expect(values).toMatchObject({ section: 'images', rationale: 'Why.', model: { name: 'B', subfield: 'Surgery', starred: true, noCode: true }, more: { c_a: 'x', c_b: 'y', c_new: 'z' } })
  expect(both).toEqual(['model.subfield'])
  expect(moved).toEqual(['section', 'model.noCode', 'more.c_b'])
})
