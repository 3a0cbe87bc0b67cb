import { expect, it } from 'vitest'
import { pickedWith, readPicked } from './picked'

const uni = { entry: 'model/uni', name: 'UNI' }
const kad = { entry: 'model/kad', name: 'KAD' }

it('reads what it wrote, and nothing else', () => {
  expect(readPicked(JSON.stringify([uni, kad]))).toEqual([uni, kad])
  for (const kept of [null, '', '{', '{}', '"x"', '[null, 1, {"entry": 1, "name": ""}]']) expect(readPicked(kept)).toEqual([])
})

it('keeps what other pages ticked, in the order of ticking', () => {
  expect(pickedWith([kad], [{ ...uni, checked: true }])).toEqual([kad, uni])
  expect(pickedWith([kad, uni], [{ ...kad, checked: true }, { ...uni, checked: false }])).toEqual([kad])
  expect(pickedWith([], [{ ...uni, checked: false }])).toEqual([])
})
