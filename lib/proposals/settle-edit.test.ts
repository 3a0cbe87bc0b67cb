import { describe, expect, it } from 'vitest'
import type { EditChange } from '@/lib/readme/change'
import { diff } from '@/lib/readme/diff'
import { parse } from '@/lib/readme/parse'
import { settleEdit } from './settle-edit'

const text = `### Models

| Model | Subfield | Base | Stars |
| --- | --- | --- | --- |
| A | Clinic | BERT | 7 |
| B | - | <b> | 8 |
`
const base = parse(text)
const to = (...pairs: [string, string][]) => parse(pairs.reduce((all, [from, into]) => all.replace(from, into), text))
const edit = (after: ReturnType<typeof parse>) => diff(base, after).find(({ op }) => op === 'edit') as EditChange
const steps = (result: ReturnType<typeof settleEdit>) => (result.ok ? { fields: result.value.fields, more: result.value.more, raw: result.value.raw } : result.message)

describe('a clash of fields', () => {
  const now = to(['Clinic', 'Radiology'], ['BERT', 'BERT + T5'], ['| 7 |', '| 9 |'])
  const theirs = edit(to(['Clinic', 'Surgery'], ['BERT', 'BERT + GPT'], ['| 7 |', '| 10 |']))

  it('gets the values picked, and the rest is merged', () =>
    expect(steps(settleEdit(base, now, theirs, { subfield: 'theirs', Stars: 'ours' }))).toMatchObject({
      fields: { subfield: { before: 'Radiology', after: 'Surgery' }, base: { before: ['BERT', 'T5'], after: ['BERT', 'GPT', 'T5'] } },
    }))
  it('of a column of the table’s own, too', () =>
    expect(steps(settleEdit(base, now, theirs, { subfield: 'ours', Stars: 'theirs' }))).toMatchObject({
      fields: { base: { before: ['BERT', 'T5'], after: ['BERT', 'GPT', 'T5'] } },
      more: { Stars: { before: '9', after: '10' } },
    }))
  it('asks for a pick of each', () => expect(settleEdit(base, now, theirs, { subfield: 'ours' })).toMatchObject({ code: 'invalid', fields: { Stars: 'Pick one.' } }))
  it('tells where nothing is left', () =>
    expect(settleEdit(base, to(['Clinic', 'X']), edit(to(['Clinic', 'Y'])), { subfield: 'ours' })).toMatchObject({ code: 'invalid', message: expect.stringContaining('leave it out') }))
})

it('writes a cell that fits no field anew where the fields are picked, and puts one where the cell is', () => {
  const fitted = edit(to(['<b>', 'T5']))
  expect(steps(settleEdit(base, to(['<b>', '<i>']), fitted, { base: 'theirs' }))).toEqual({ fields: { base: { after: ['T5'] } }, raw: { base: { before: '<i>' } } })
  const unfit = edit(to(['BERT', '<u>']))
  expect(steps(settleEdit(base, to(['BERT', 'GPT']), unfit, { base: 'theirs' }))).toMatchObject({ raw: { base: { after: '<u>' } } })
})

it('is none where the entry stands elsewhere by now', () => {
  const two = `${text}\n### Others\n\n| Model | Subfield | Base | Stars |\n| --- | --- | --- | --- |\n| C | - | T5 | 1 |\n`
  const before = parse(two)
  const theirs = diff(before, parse(two.replace('Clinic', 'Surgery'))).find(({ op }) => op === 'edit') as EditChange
  const moved = parse(`${two.replace('| A | Clinic | BERT | 7 |\n', '')}| A | Radiology | BERT | 7 |\n`)
  expect(settleEdit(before, moved, theirs, { subfield: 'theirs' })).toMatchObject({ code: 'conflict', message: expect.stringContaining('no longer where it was') })
})

it('is none where nothing clashes, or the whole entry does', () => {
  expect(settleEdit(base, base, edit(to(['Clinic', 'X'])), {})).toMatchObject({ code: 'conflict', message: 'Nothing clashes any more.' })
  expect(settleEdit(base, to(['| A | Clinic | BERT | 7 |\n', '']), edit(to(['Clinic', 'X'])), {})).toMatchObject({ code: 'conflict', message: expect.stringContaining('The whole entry clashes') })
})
