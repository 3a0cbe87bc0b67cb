import { describe, expect, it } from 'vitest'
import { parse } from '@/lib/readme/parse'
import { readCells } from '@/lib/catalog/entry'
import type { Change } from '@/lib/readme/change'
import type { FormChange, FormEdit } from './change'
import { draftOf, editOf, nameOfAdd, undone } from './form-changes'

const columns = ['name', 'subfield', 'paper', 'data', 'Stars']
const row = ['A', 'Clinic', '<b>unfit</b>', 'PMC', '7']
const before = readCells('model', columns, row)
const paper = { label: 'A title', url: 'https://a.org/' }

function edit(fields: object, more?: Record<string, string>): FormEdit {
  return { op: 'edit', section: 'models', key: 'a', base: 3, entry: { kind: 'model', fields, ...(more && { more }) } }
}

describe('a form’s edit', () => {
  it('steps from what was to what is said, and says nothing of the rest', () =>
    expect(editOf(edit({ subfield: null, starred: true }, { Stars: '8' }), columns, before)).toEqual({
      ...{ op: 'edit', section: 'models', entry: 'a' },
      fields: { subfield: { before: 'Clinic', after: null }, starred: { before: false, after: true } },
      more: { Stars: { before: '7', after: '8' } },
    }))
  it('writes a cell that fits no field anew once all of its fields are told', () =>
    expect(editOf(edit({ paper }), columns, before)).toEqual({
      ...{ op: 'edit', section: 'models', entry: 'a' },
      fields: { paper: { after: paper } },
      raw: { paper: { before: '<b>unfit</b>' } },
    }))
  it('leaves such a cell where only some of its fields are told', () => {
    const unfit = readCells('model', columns, ['A', 'Clinic', '-', '<i>*', '7'])
    expect(editOf(edit({ starred: true }), columns, unfit)).toMatchObject({ fields: { starred: { after: true } } })
    expect(editOf(edit({ starred: true }), columns, unfit)).not.toHaveProperty('raw')
  })
  it('is none where it says what is there', () => expect(editOf(edit({ subfield: 'Clinic' }, { Stars: '7' }), columns, before)).toBeUndefined())
  it('says nothing of a column that the table does not have', () => expect(editOf(edit({}, { constructor: 'x' }), columns, before)).toBeUndefined())
})

describe('what of an edit is still to be done', () => {
  const wanted = { op: 'edit' as const, section: 'models', entry: 'a', fields: { subfield: { before: 'Clinic', after: null } }, more: { Stars: { before: '7', after: '8' } } }

  it('is what an entry does not say yet', () => {
    const now = readCells('model', columns, ['A', '-', '-', 'PMC', '7'])
    expect(undone(wanted, now)).toEqual({ op: 'edit', section: 'models', entry: 'a', more: wanted.more })
    expect(undone(wanted, before)).toEqual(wanted)
  })
  it('is nothing where it says all of it', () => expect(undone(wanted, readCells('model', columns, ['A', '-', '-', 'PMC', '8']))).toBeUndefined())
})

describe('stored changes', () => {
  const known = parse('# List\n\nWhat it is.\n\n## Models\n\n| Tool |\n| --- |\n| X |\n\nThe end.\n')
  const where = { known, base: 3, kindIn: (section: string) => (section === 'models' ? ('model' as const) : undefined) }
  const add: FormChange = { op: 'add', section: 'text', place: 'manner', entry: { kind: 'dataset', fields: { name: 'D', papers: [], description: null, links: [] } } }
  const at = { section: 'models', entry: 'a' }

  it('are what a form sends, where a form could have sent them', () => {
    const stored: Change[] = [
      add,
      { op: 'edit', ...at, fields: { paper: { after: paper } }, raw: { paper: { before: '<b>' } }, more: { Stars: { before: '7', after: '8' } } },
      { op: 'remove', ...at, reason: 'Gone.', into: 'b' },
      { op: 'move', ...at, to: 'others', place: { after: 'b' } },
    ]
    const listed = { section: 'models', key: 'a', base: 3 }
    expect(draftOf(stored, where)).toEqual([
      add,
      edit({ paper }, { Stars: '8' }),
      { op: 'remove', ...listed, reason: 'Gone.', into: 'b' },
      { op: 'move', ...listed, to: 'others', place: { after: 'b' } },
    ])
  })
  it.each<Change>([
    { ...add, key: 'a' },
    { ...add, line: '|D|-|-|\n' },
    { ...add, place: { after: 'b' } },
    { op: 'remove', ...at },
    { op: 'edit', ...at, line: '| A |\n', fields: { subfield: { after: null } } },
    { op: 'edit', ...at, fields: { paper: { before: paper } }, raw: { paper: { after: '<b>' } } },
    { op: 'edit', ...at, fields: { paper: { before: paper } } },
    { op: 'edit', ...at, section: 'gone', fields: { subfield: { after: null } } },
    { op: 'move', ...at, place: 'end', line: '| A |\n' },
    { op: 'text', at: 0, before: ['# Other\n'], after: ['x\n'] },
    { op: 'text', at: 6, before: [{ section: 'models' }], after: [] },
    { op: 'layout', section: 'models', before: {}, after: {} },
  ])('are none of a form’s with %j', (change) => expect(draftOf([add, change], where)).toBeNull())
  it('of the text are what passages say then', () => {
    const stored: Change[] = [
      { op: 'text', at: 0, before: ['# List\n'], after: ['# The list\n'] },
      add,
      { op: 'text', at: 4, before: ['## Models\n'], after: ['## More\n', '\n', '## Models\n'] },
      { op: 'text', at: 8, before: ['The end.\n'], after: [] },
    ]
    expect(draftOf(stored, where)).toEqual([
      add,
      { op: 'text', base: 3, above: 'models', text: '# The list\n\nWhat it is.\n\n## More\n\n## Models' },
      { op: 'text', base: 3, above: null, text: '' },
    ])
    expect(draftOf(stored, { ...where, known: null })).toBeNull()
  })
  it('that hold against any revision change nothing that is listed', () => {
    expect(draftOf([add], { ...where, base: null })).toEqual([add])
    expect(draftOf([{ op: 'remove', ...at, reason: 'Gone.' }], { ...where, base: null })).toBeNull()
  })
})

it('names an addition', () => expect(nameOfAdd({ op: 'add', section: 't', place: 'end', entry: { kind: 'table', fields: {}, more: { Tool: '**T**' } } })).toBe('T'))
