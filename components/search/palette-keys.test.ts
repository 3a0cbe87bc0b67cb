import { expect, it } from 'vitest'
import { isTyping, opensPalette, stepped } from './palette-keys'

const press = (key: string, more: object = {}) => opensPalette({ key, ctrlKey: false, metaKey: false, altKey: false, ...more })

it('opens on "/" and Ctrl-K', () => {
  expect([press('/'), press('k', { ctrlKey: true }), press('K', { metaKey: true })]).toEqual([true, true, true])
  expect([press('k'), press('/', { ctrlKey: true }), press('/', { altKey: true }), press('/', { defaultPrevented: true })]).toEqual([false, false, false, false])
})

it('leaves "/" to those who type', () => {
  expect([{ tagName: 'INPUT', type: 'text' }, { tagName: 'TEXTAREA' }, { tagName: 'SELECT' }, { isContentEditable: true }].map(isTyping)).toEqual([true, true, true, true])
  expect([{ tagName: 'INPUT', type: 'checkbox' }, { tagName: 'BODY' }, null].map(isTyping)).toEqual([false, false, false])
})

it('goes round through the answers and the input', () => {
  expect([stepped(-1, 1, 2), stepped(1, 1, 2), stepped(-1, -1, 2), stepped(-1, 1, 0)]).toEqual([0, -1, 1, -1])
})
