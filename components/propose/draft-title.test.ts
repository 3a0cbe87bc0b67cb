import { expect, it } from 'vitest'
import type { AnyDraft } from './draft'
import { draftTitle } from './draft-title'
import { emptyGrid } from './pasted-rows'
import { blank, type Values } from './values'

const values = blank('text', [])
const named = { ...values, dataset: { ...values.dataset, name: ' MIMIC ' } }
const entry = (held: Values, about?: string): AnyDraft => ({ shape: 'entry', draft: { version: null, values: held, about } })
const rows = (count: number): AnyDraft => ({ shape: 'paste', draft: { version: null, values: { ...emptyGrid, rows: Array.from({ length: count }, (_, id) => ({ id, cells: [] })) } } })

it.each<[form: string, kept: AnyDraft, title: string]>([
  ['dataset', entry(named), 'Add MIMIC'],
  ['edit:dataset/mimic', entry(named), 'Edit MIMIC'],
  ['edit:dataset/mimic', entry(values, 'MIMIC-III'), 'Edit MIMIC-III'],
  ['tray:4', entry({ ...values, more: { c_name: 'X' } }), 'Add X'],
  ['tray:4', entry(named, 'MIMIC-III'), 'Edit MIMIC'],
  ['model', entry(values), 'Add an entry'],
  ['revise:12', entry(named), 'Revise proposal 12'],
  ['amend:12/0', entry(named), 'Amend a change of proposal 12'],
  ['remove:dataset/mimic', { shape: 'removal', draft: { version: null, about: 'MIMIC', values: { reason: 'Gone.', into: '' } } }, 'Remove MIMIC'],
  ['move:dataset/mimic', { shape: 'move', draft: { version: null, about: 'MIMIC', values: { going: '', rationale: '' } } }, 'Move MIMIC'],
  ['text:drug', { shape: 'passage', draft: { version: null, about: 'the text above Drug', values: { text: 'a', rationale: '' } } }, 'Edit the text above Drug'],
  ['text', { shape: 'passage', draft: { version: null, values: { text: 'a', rationale: '' } } }, 'Edit the text'],
  ['paste', rows(0), 'Add entries that were pasted'],
  ['paste', rows(1), 'Add a pasted entry'],
  ['paste', rows(3), 'Add 3 pasted entries'],
])('says what the form %s would propose', (form, kept, title) => expect(draftTitle(form, kept)).toBe(title))
