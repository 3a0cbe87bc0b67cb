import { expect, it } from 'vitest'
import { pickMembers } from './sparse'

const whole = { id: 1, name: 'a', fields: { paper: 'p', code: null, 'a b': 1 }, raw: {} }

it('gives all where nothing is named', () => expect(pickMembers(whole, undefined)).toEqual(whole))

it.each([
  [['name', 'id'], { id: 1, name: 'a' }],
  [['fields.paper', 'fields.a b'], { fields: { paper: 'p', 'a b': 1 } }],
  [['fields', 'fields.paper'], { fields: whole.fields }],
  [['fields.none'], { fields: {} }],
  [['name.length', 'nothing'], {}],
])('of %j gives these alone', (names, picked) => expect(pickMembers(whole, names)).toEqual(picked))
