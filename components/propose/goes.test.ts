import { expect, it } from 'vitest'
import { changeForm, formName, goesSchema, intoTray, pageOfForm, passageForm, passagePath, pasteForm, pathAfter, proposalIn } from './goes'

const entry = { kind: 'model', key: 'med-lm-2' } as const
const revise = { to: 'revise', proposal: 12, version: 2 } as const
const amend = { to: 'amend', proposal: 12, version: 2, ordinal: 0 } as const

it.each([
  [{ to: 'submit' } as const, 'model', 'model', '/propose/model'],
  [{ to: 'submit' } as const, changeForm(entry), 'edit:model/med-lm-2', '/propose/model/med-lm-2'],
  [intoTray, changeForm(entry, 'remove'), 'remove:model/med-lm-2', '/propose/model/med-lm-2/remove'],
  [intoTray, changeForm(entry, 'move'), 'move:model/med-lm-2', '/propose/model/med-lm-2/move'],
  [intoTray, passageForm('vision-models'), 'text:vision-models', passagePath('vision-models')],
  [intoTray, passageForm(null), 'text', passagePath(null)],
  [intoTray, pasteForm, 'paste', '/propose/paste'],
  [{ to: 'tray', item: 3 } as const, 'model', 'tray:3', '/tray/3'],
  [revise, 'model', 'revise:12', '/proposals/12/revise'],
  [amend, 'model', 'amend:12/0', '/review/12/amend/0'],
])('names the form that goes to %o, and finds its page', (goes, own, name, page) => {
  expect(goesSchema.parse(goes)).toEqual(goes)
  expect(formName(goes, own)).toBe(name)
  expect(pageOfForm(name)).toBe(page)
})

it.each(['', 'edit:model/..', 'revise:x', 'javascript:1', 'model/x'])('finds no page of %j', (form) => expect(pageOfForm(form)).toBeNull())

it.each([{ to: 'tray', item: 2 ** 31 }, { ...revise, proposal: 2 ** 31 }, { ...amend, version: 2 ** 31 }, { ...amend, ordinal: 2 ** 31 }])('does not go to %o, which no row has as its number', (goes) => {
  expect(goesSchema.safeParse(goes).success).toBe(false)
})

it('leads to what was sent', () => {
  expect([{ to: 'submit' } as const, revise].map((goes) => pathAfter(goes, 7))).toEqual(['/proposals/7', '/proposals/7'])
  expect(pathAfter(amend, 7)).toBe('/review/7')
  expect(pathAfter(intoTray, 7)).toBe('/tray')
  expect([proposalIn(intoTray), proposalIn({ to: 'submit' }), proposalIn(revise)]).toEqual([null, null, revise])
})
