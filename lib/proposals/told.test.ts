import { describe as suite, expect, it } from 'vitest'
import type { Change } from '@/lib/readme/change'
import { parse } from '@/lib/readme/parse'
import { tellClashes, sayClashes } from './clashes'
import { countWords, passageName, titleOf, titleOfImport, titleOfUndo } from './title'
import { describe, type Told } from './told'

const base = parse(`# List

### **Models**

| Model | Subfield | Base | Stars |
| --- | --- | --- | --- |
| A | Medicine | BERT + T5 | 7 |
| B | - | <b> | 8 |

### Tools

| Tool | Licence |
| --- | --- |
| [Nurse](https://example.org) | MIT |

| Tool | Licence |
| --- | --- |
`)

const tell = (...changes: Change[]): Told[] => describe(base, changes)
const model = { kind: 'model' as const, fields: { name: 'C', subfield: null, base: ['BERT'] }, more: { Stars: '9' } }

suite('a change is told', () => {
  it('where it adds: with its section’s columns and its place', () =>
    expect(tell({ op: 'add', section: 'models', place: { after: 'a' }, key: 'c', entry: model })).toMatchObject([
      {
        ...{ op: 'add', kind: 'model', slug: 'c', name: 'C', where: 'Behind A' },
        section: { slug: 'models', heading: 'Models', columns: ['name', 'subfield', 'base', 'Stars'] },
        content: { kind: 'model', fields: { name: 'C', subfield: null, base: ['BERT'] }, raw: {}, more: { Stars: '9' } },
      },
    ]))

  it.each([
    ['manner', 'At the place where this list puts new entries'],
    ['start', 'At the start of the list'],
    ['end', 'At the end of the list'],
  ] as const)('with the place "%s" in words', (place, where) => expect(tell({ op: 'add', section: 'models', place, entry: model })).toMatchObject([{ slug: '', where }]))

  it('where it names what an earlier one added', () => {
    const [, moved] = tell({ op: 'add', section: 'models', place: 'start', key: 'x', entry: model }, { op: 'move', section: 'models', entry: 'b', place: { after: 'x' } })
    expect(moved).toMatchObject({ op: 'move', name: 'B', to: null, where: 'Behind C' })
  })

  it('where it edits: field by field', () =>
    expect(
      tell({
        ...{ op: 'edit', section: 'models', entry: 'a' },
        fields: { base: { before: ['BERT', 'T5'], after: ['BERT'] }, code: { after: { label: 'Github', url: 'https://github.com/a' } }, starred: { before: false, after: true } },
        more: { Stars: { before: '7', after: '8' } },
      }),
    ).toMatchObject([
      {
        ...{ op: 'edit', name: 'A', kind: 'model', slug: 'a' },
        steps: [
          { label: 'Code', before: [], after: [{ text: 'Github', url: 'https://github.com/a' }] },
          { label: 'Base models', before: [{ text: 'BERT' }, { text: 'T5' }], after: [{ text: 'BERT' }] },
          { label: 'More than three sources', before: [{ text: 'no' }], after: [{ text: 'yes' }] },
          { label: 'Stars', before: [{ text: '7' }], after: [{ text: '8' }] },
        ],
      },
    ]))

  it('where a cell becomes a field: as one step', () =>
    expect(tell({ op: 'edit', section: 'models', entry: 'b', fields: { base: { after: ['BERT'] } }, raw: { base: { before: '<b>' } } })).toMatchObject([
      { steps: [{ label: 'Base models', before: [{ text: '<b>' }], after: [{ text: 'BERT' }] }] },
    ]))

  it('where a column comes or goes: with nothing on the other side, under its own header', () =>
    expect(tell({ op: 'edit', section: 'models', entry: 'b', fields: { licence: { before: 'MIT' } }, more: { Year: { after: '2024' } } })).toMatchObject([
      { steps: [{ label: 'licence', before: [{ text: 'MIT' }], after: [] }, { label: 'Year', before: [], after: [{ text: '2024' }] }] },
    ]))

  it('where it edits nothing but a line’s spacing: without steps', () => expect(tell({ op: 'edit', section: 'models', entry: 'a', line: '|A|\n' })).toMatchObject([{ steps: [] }]))

  it('where it edits what stands in another section by now: by its name all the same', () =>
    expect(tell({ op: 'edit', section: 'tools-2', entry: 'nurse' })).toMatchObject([{ name: 'Nurse', section: { heading: 'Tools (2)' } }]))

  it('where it removes: with what it said', () => {
    expect(tell({ op: 'remove', section: 'tools', entry: 'nurse' })).toMatchObject([{ op: 'remove', name: 'Nurse', content: { more: { Licence: 'MIT' } } }])
    expect(tell({ op: 'remove', section: 'models', entry: 'gone', content: model })).toMatchObject([{ name: 'C', content: { fields: { name: 'C' } } }])
    expect(tell({ op: 'remove', section: 'models', entry: 'gone' })).toMatchObject([{ name: 'gone', content: { fields: {} }, reason: '', into: null }])
    expect(tell({ op: 'remove', section: 'models', entry: 'a', reason: 'Twice.', into: 'b' })).toMatchObject([{ reason: 'Twice.', into: { kind: 'model', slug: 'b', name: 'B' } }])
  })

  it('where it moves to another section', () =>
    expect(tell({ op: 'move', section: 'tools', to: 'tools-2', entry: 'nurse', place: 'start' })).toMatchObject([
      { op: 'move', name: 'Nurse', section: { slug: 'tools' }, to: { heading: 'Tools (2)' }, where: 'At the start of the list' },
    ]))

  it('where it changes text and the place of a table', () =>
    expect(tell({ op: 'text', at: 0, before: ['# List\r\n', { section: 'tools' }], after: ['# Lists\r\n'] })).toEqual([
      {
        op: 'text',
        lines: [
          { type: 'removed', text: '# List', table: null },
          { type: 'removed', text: '', table: 'Tools' },
          { type: 'added', text: '# Lists', table: null },
        ],
      },
    ]))

  it('where it lays a table out', () =>
    expect(tell({ op: 'layout', section: 'tools', before: { header: ['Tool', 'Licence'] }, after: { header: ['Tool', 'License'] } })).toMatchObject([
      { op: 'layout', section: { heading: 'Tools' }, words: ['The column “Licence” is now called “License”.'] },
    ]))

  it('where its section is gone', () => {
    const [bare] = tell({ op: 'add', section: 'gone', place: 'start', entry: { kind: 'table', fields: {} } })
    expect(bare).toMatchObject({ name: '', section: { columns: [] } })
    const [added, moved] = tell({ op: 'add', section: 'gone', place: 'start', entry: model }, { op: 'move', section: 'gone', entry: 'x', place: 'end' })
    expect(added).toMatchObject({ name: 'C', section: { slug: 'gone', heading: 'gone', columns: expect.arrayContaining(['name', 'data', 'Stars']) } })
    expect(moved).toMatchObject({ name: 'x', kind: 'table', section: { columns: [] } })
  })
})

suite('a title', () => {
  const edit: Change = { op: 'edit', section: 'models', entry: 'a' }
  it.each<[string, Change]>([
    ['Add C', { op: 'add', section: 'models', place: 'start', entry: model }],
    ['Add an entry', { op: 'add', section: 'tools', place: 'start', entry: { kind: 'table', fields: {} } }],
    ['Edit A', edit],
    ['Remove Nurse', { op: 'remove', section: 'tools', entry: 'nurse' }],
    ['Move B', { op: 'move', section: 'models', entry: 'b', place: 'start' }],
    ['Edit the text of the README', { op: 'text', at: 0, before: [], after: ['x\n'] }],
    ['Lay out the table of Models', { op: 'layout', section: 'models', before: {}, after: {} }],
  ])('of one change: %s', (title, change) => expect(titleOfImport(tell(change))).toBe(title))

  it('of several counts them by sort', () =>
    expect(titleOfImport(tell(edit, edit, { op: 'text', at: 0, before: [], after: [] }))).toBe('Import an edited README: 2 changed, 1 passage of text'))
  it('is no longer than a heading', () =>
    expect(titleOfImport(tell({ op: 'remove', section: 'x', entry: 'y'.repeat(300) }))).toHaveLength(200))
  it('of nothing says nothing', () => expect(countWords([])).toBe(''))
})

suite('clashes', () => {
  const told = tellClashes(base, [
    { section: 'models', entry: 'a', field: 'base', what: 'Both changed it.', base: ['BERT'], ours: ['T5'], theirs: ['GPT'] },
    { section: '', entry: null, field: null, what: 'The text.', theirs: ['x\n', { section: 'models' }] },
  ])
  it('say where, what, and all three values', () =>
    expect(told).toEqual([
      { section: 'Models', entry: 'A', field: 'Base models', of: null, passage: null, what: 'Both changed it.', base: [{ text: 'BERT' }], ours: [{ text: 'T5' }], theirs: [{ text: 'GPT' }] },
      { section: null, entry: null, field: null, of: null, passage: null, what: 'The text.', base: [], ours: [], theirs: [{ text: 'x' }, { text: 'The table “Models”' }] },
    ]))
  it('are one sentence, the first by name', () => {
    const start = 'Since this was proposed, the catalog changed the same otherwise: '
    expect(sayClashes(told)).toBe(`${start}Base models of A in Models; the text around the tables.`)
    expect(sayClashes([...told, ...told, ...told])).toMatch(/; and 1 more\.$/)
  })
})

suite('a form’s title', () => {
  it.each([
    [[], 'Nothing'],
    [[{ op: 'add', name: 'A' }], 'Add A'],
    [[{ op: 'edit', name: '' }], 'Edit an entry'],
    [[{ op: 'text', name: passageName('B') }, { op: 'text', name: passageName('B') }, { op: 'text', name: passageName(null) }], 'Edit the text above B and 1 more'],
    [[{ op: 'remove', name: 'A' }, { op: 'move', name: 'B' }, { op: 'add', name: 'C' }], 'Remove A and 2 more'],
  ] as const)('of %j', (changes, title) => expect(titleOf(changes)).toBe(title))
})

it('the title of an undo names what it undoes, in a heading’s length', () => {
  expect(titleOfUndo('Edit A')).toBe('Undo “Edit A”')
  expect(titleOfUndo('x'.repeat(300))).toHaveLength(200)
})
