import { expect, it } from 'vitest'
import { formName, goesSchema, intoTray, pageOfForm, pathAfter, proposalIn } from './goes'

const revise = { to: 'revise', proposal: 12, version: 2 } as const
const amend = { to: 'amend', proposal: 12, version: 2, ordinal: 0 } as const

it.each([
  [{ to: 'submit' } as const, undefined, 'model', '/propose/model'],
  [{ to: 'submit' } as const, { key: 'med-lm-2' }, 'edit:model/med-lm-2', '/propose/model/med-lm-2'],
  [intoTray, { key: 'med-lm-2' }, 'edit:model/med-lm-2', '/propose/model/med-lm-2'],
  [{ to: 'tray', item: 3 } as const, undefined, 'tray:3', '/tray/3'],
  [revise, undefined, 'revise:12', '/proposals/12/revise'],
  [amend, undefined, 'amend:12/0', '/review/12/amend/0'],
])('names the form that goes to %o, and finds its page', (goes, edited, name, page) => {
  expect(goesSchema.parse(goes)).toEqual(goes)
  expect(formName(goes, 'model', edited)).toBe(name)
  expect(pageOfForm(name)).toBe(page)
})

it.each(['', 'edit:model/..', 'revise:x', 'javascript:1', 'model/x'])('finds no page of %j', (form) => expect(pageOfForm(form)).toBeNull())

it('leads to what was sent', () => {
  expect([{ to: 'submit' } as const, revise].map((goes) => pathAfter(goes, 7))).toEqual(['/proposals/7', '/proposals/7'])
  expect(pathAfter(amend, 7)).toBe('/review/7')
  expect(pathAfter(intoTray, 7)).toBe('/tray')
  expect([proposalIn(intoTray), proposalIn({ to: 'submit' }), proposalIn(revise)]).toEqual([null, null, revise])
})
