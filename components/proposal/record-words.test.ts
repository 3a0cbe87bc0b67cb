import { expect, it } from 'vitest'
import { recordWords } from './record-words'

it.each([
  [{ accepted: 0, rejected: 0, open: 1 }, 'their first'],
  [{ accepted: 3, rejected: 1, open: 1 }, '3 accepted, 1 rejected'],
  [{ accepted: 0, rejected: 0, open: 4 }, '4 open'],
])('tells %j as %s', (record, words) => expect(recordWords(record)).toBe(words))
