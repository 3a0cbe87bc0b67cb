import { expect, it } from 'vitest'
import { draftKey, draftsIn, parseDraft, printDraft } from './draft'
import { blank } from './values'

const draft = { version: 2, values: blank('text', []), start: blank('images', []) }

it('reads one from before its start was kept', () => {
  const { start: _, ...older } = draft
  expect(parseDraft(printDraft(older))).toEqual(older)
})

it('reads what it printed', () => {
  expect(parseDraft(printDraft(draft))).toEqual(draft)
})

const misshapen = [
  '{"format":0,"version":null,"values":{}}',
  '{"format":1,"version":null,"values":{"section":1}}',
]

it.each([null, '', '{', '{}', 'null', ...misshapen])('takes %s for no draft', (stored) => {
  expect(parseDraft(stored)).toBeNull()
})

it('keeps each person’s drafts apart', () => {
  expect(draftKey('a', 'model')).not.toBe(draftKey('b', 'model'))
})

it('saves, loads and clears', () => {
  const items = new Map<string, string>()
  const drafts = draftsIn(() => ({
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
  const drafts = draftsIn(() => {
    throw new Error('blocked')
  })
  expect(drafts.save('k', draft)).toBe(false)
  expect(drafts.load('k')).toBeNull()
  expect(() => drafts.clear('k')).not.toThrow()
})
