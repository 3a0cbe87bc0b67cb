import { expect, it } from 'vitest'
import { draftTitle } from './draft-title'
import { blank } from './values'

const values = blank('text', [])
const named = { ...values, dataset: { ...values.dataset, name: ' MIMIC ' } }

it.each([
  ['dataset', named, 'Add MIMIC'],
  ['edit:dataset/mimic', named, 'Edit MIMIC'],
  ['tray:4', { ...values, more: { c_name: 'X' } }, 'Add X'],
  ['model', values, 'Add an entry'],
  ['revise:12', named, 'Revise proposal 12'],
  ['amend:12/0', named, 'Amend a change of proposal 12'],
])('says what the form %s would propose', (form, held, title) => expect(draftTitle(form, held)).toBe(title))
