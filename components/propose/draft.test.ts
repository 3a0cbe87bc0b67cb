import { expect, it } from 'vitest'
import { copiesIn, draftKey, keptDraft, parseCopy, printCopy, readAnyDraft, readDraft } from './draft'
import { emptyGrid } from './pasted-rows'
import { entryShape, moveShape, passageShape, pasteShape, removalShape } from './shapes'
import { blank } from './values'

const draft = { version: 2, values: blank('text', []), start: blank('images', []) }

it('reads one from before its start was kept', () => {
  const { start: _, ...older } = draft
  expect(parseCopy(entryShape, printCopy(entryShape, older))).toEqual(older)
})

it('reads one whose look-ups are of another shape, without these', () => {
  const { lookups: _, ...older } = draft.values
  for (const values of [older, { ...older, lookups: [{ id: 1 }] }]) expect(readDraft(entryShape, { format: 1, ...draft, values })).toEqual(draft)
})

it('reads what it printed', () => {
  const copy = { ...draft, over: 3, was: blank('text', []) }
  for (const one of [draft, copy]) expect(parseCopy(entryShape, printCopy(entryShape, one))).toEqual(one)
})

it('reads a draft of the portal’s, and takes anything else for none', () => {
  expect(readDraft(entryShape, { format: 1, ...draft })).toEqual(draft)
  for (const other of [null, {}, { format: 2, ...draft }]) expect(readDraft(entryShape, other)).toBeNull()
})

const misshapen = [
  '{"format":0,"version":null,"values":{}}',
  '{"format":1,"version":null,"values":{"section":1}}',
]

it.each([null, '', '{', '{}', 'null', ...misshapen])('takes %s for no draft', (stored) => {
  expect(parseCopy(entryShape, stored)).toBeNull()
})

it('keeps each person’s drafts apart', () => {
  expect(draftKey('a', 'model')).not.toBe(draftKey('b', 'model'))
})

it('saves, loads and clears', () => {
  const items = new Map<string, string>()
  const drafts = copiesIn(entryShape, () => ({
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
  const drafts = copiesIn(entryShape, () => {
    throw new Error('blocked')
  })
  expect(drafts.save('k', draft)).toBe(false)
  expect(drafts.load('k')).toBeNull()
  expect(() => drafts.clear('k')).not.toThrow()
})

it('reads a draft of whichever form', () => {
  const held = [
    [entryShape, blank('text', [])],
    [removalShape, { reason: 'Gone.', into: '' }],
    [moveShape, { going: '', rationale: 'There.' }],
    [passageShape, { text: 'a\nb', rationale: '' }],
    [pasteShape, emptyGrid],
  ] as const
  for (const [shape, values] of held) {
    const one = { version: null, about: 'It', values }
    expect(readAnyDraft(keptDraft<object>(shape, one))).toEqual({ shape: shape.name, draft: one })
    for (const [other] of held) if (other !== shape) expect(readDraft<object>(other, keptDraft<object>(shape, one))).toBeNull()
  }
  expect(readAnyDraft({ format: 1, ...draft })).toEqual({ shape: 'entry', draft })
  expect(readAnyDraft({})).toBeNull()
})
