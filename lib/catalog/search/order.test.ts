import { expect, it } from 'vitest'
import { inOrder, type Candidate } from './order'

const one = (id: string, name: string, more: Partial<Candidate> = {}): Candidate => ({ id, name, nameKey: name.toLowerCase().replace(/\W/g, ''), year: 0, added: 1, ordinal: 0, rank: 'a0', ...more })
const asked = [{ text: 'clip', goesOn: [], near: [] }]
const ids = (all: Candidate[]) => all.map(({ id }) => id).join('')
const all = [
  one('a', 'Zeta', { year: 2024, ordinal: 1, added: 3 }),
  one('b', 'CLIP-Art-Long', { year: 2023, ordinal: 0, rank: 'a2' }),
  one('c', 'CLIP', { ordinal: 0, rank: 'a1' }),
  one('d', 'CLIP-Ax', { year: 2024, ordinal: 2, added: 2 }),
  one('b', 'CLIP-Art-Long', { year: 2023, ordinal: 0, rank: 'a2' }),
]

it('puts the best answers first', () => expect(ids(inOrder(all, null, 'clip', asked))).toBe('cdba'))
it('puts names of signs that are asked for first', () => expect(ids(inOrder([one('a', 'x'), one('b', '🔥', { nameKey: '🔥' })], null, '🔥', []))).toBe('ba'))
it('keeps the list’s order where no words are asked for', () => expect(ids(inOrder(all, null, '', []))).toBe('cbad'))
it.each([['list', 'cbad'], ['name', 'cbda'], ['year', 'dabc'], ['added', 'adcb']] as const)('orders by %s', (by, order) => expect(ids(inOrder(all, by, 'clip', asked))).toBe(order))
it('tells apart what is called the same', () => {
  const same = [one('b', 'x'), one('a', 'x')]
  for (const by of ['list', 'name', 'year', 'added', null] as const) expect(ids(inOrder(same, by, by ? 'x' : 'y', asked))).toBe('ab')
  expect(ids(inOrder([one('a', 'x'), one('a', 'x')], 'name', '', []))).toBe('a')
})
