import { expect, it } from 'vitest'
import { textEditSchema } from './text-edit'

const edit = { base: 1, index: 0, text: '# List\n\nWhat it is.' }

it('takes a text of several lines, with a note or without', () => {
  expect(textEditSchema.parse(edit)).toEqual({ ...edit, rationale: '' })
  expect(textEditSchema.parse({ ...edit, rationale: ' Why. ' }).rationale).toBe('Why.')
})

it.each(['\0', 'a\ud800b', 'x'.repeat(100_001)])('refuses a text that no README can hold', (text) => {
  expect(textEditSchema.safeParse({ ...edit, text }).success).toBe(false)
})
