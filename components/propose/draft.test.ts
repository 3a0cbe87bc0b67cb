import { expect, it } from 'vitest'
import { copiesIn, draftKey, parseCopy, printCopy, readDraft } from './draft'
import { blank } from './values'

const draft = { version: 2, values: blank('text', []), start: blank('images', []) }

it('reads one from before its start was kept', () => {
  const { start: _, ...older } = draft
  expect(parseCopy(printCopy(older))).toEqual(older)
})

it('reads one whose look-ups are of another shape, without these', () => {
  const { lookups: _, ...older } = draft.values
  for (const values of [older, { ...older, lookups: [{ id: 1 }] }]) expect(readDraft({ format: 1, ...draft, values })).toEqual(draft)
})

it('reads what it printed', () => {
  const copy = { ...draft, over: 3, was: blank('text', []) }
  for (const one of [draft, copy]) expect(parseCopy(printCopy(one))).toEqual(one)
})

it('reads a draft of the portal’s, and takes anything else for none', () => {
  expect(readDraft({ format: 1, ...draft })).toEqual(draft)
  for (const other of [null, {}, { format: 2, ...draft }]) expect(readDraft(other)).toBeNull()
})

const misshapen = [
  '{"format":0,"version":null,"values":{}}',
  '{"format":1,"version":null,"values":{"section":1}}',
]

it.each([null, '', '{', '{}', 'null', ...misshapen])('takes %s for no draft', (stored) => {
  expect(parseCopy(stored)).toBeNull()
})

it('keeps each person’s drafts apart', () => {
  expect(draftKey('a', 'model')).not.toBe(draftKey('b', 'model'))
})

it('saves, loads and clears', () => {
  const items = new Map<string, string>()
  const drafts = copiesIn(() => ({
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  }))
  expect(drafts.save('k', draft)).toBe(true)
  expect(drafts.load('k')).toEqual(draft)
  drafts.clear('k')
  expect(drafts.load('k')).toBeNull()
})

it('lives with a storage that refuses', () => {
  const drafts = copiesIn(() => {
    throw new Error('blocked')
  })
  expect(drafts.save('k', draft)).toBe(false)
  expect(drafts.load('k')).toBeNull()
  expect(() => drafts.clear('k')).not.toThrow()
})
