import { describe, expect, it } from 'vitest'
import type { Change, Position } from './change'
import { parse, sectionsOf, type Section } from './parse'
import { patch, type PatchOptions } from './patch'
import { render } from './render'

const list = `# Models

| Model | Paper                  | Base |
| :---- | :--------------------- | :--- |
| Ant   | [T](https://a.org/ant) | BERT |
| Bee   | [U](https://a.org/bee) | GPT  |

# Tools

|Tool|Use|
|---|---|
|awk|text|
| sed  |  text  |
`

function patched(text: string, changes: Change[], options?: PatchOptions): string {
  const result = patch(parse(text), changes, options)
  return result.ok ? render(result.value.parts) : result.message
}

const add = (entry: Extract<Change, { op: 'add' }>['entry'], more: Partial<Extract<Change, { op: 'add' }>> = {}): Change => ({
  ...{ op: 'add', section: 'models', place: 'end', entry },
  ...more,
})
const model = { kind: 'model' as const, fields: { name: 'Cat', paper: null, base: [] } }

describe('what has no place is told, and nothing is changed', () => {
  it.each<[string, Change[], string]>([
    ['no section', [{ op: 'remove', section: 'none', entry: 'ant' }], 'There is no section "none".'],
    ['no entry', [{ op: 'remove', section: 'models', entry: 'none' }], 'There is no entry "none" in the section "Models".'],
    ['another kind', [add({ kind: 'dataset', fields: {} })], 'The section "Models" lists no entries of the kind dataset.'],
    ['behind nothing', [add(model, { place: { after: 'none' } })], 'There is no entry "none" in the section "Models".'],
    ['moved behind itself', [{ op: 'move', section: 'models', entry: 'ant', place: { after: 'ant' } }], '"ant" cannot stand behind itself.'],
    ['moved behind nothing', [{ op: 'move', section: 'models', entry: 'ant', place: { after: 'none' } }], 'There is no entry "none" in the section "Models".'],
    ['moved to another kind', [{ op: 'move', section: 'models', to: 'tools', entry: 'ant', place: 'end' }], 'There is no section "tools" that "ant" could move to.'],
    ['moved nowhere', [{ op: 'move', section: 'models', to: 'none', entry: 'ant', place: 'end' }], 'There is no section "none" that "ant" could move to.'],
    ['lines of no entry', [{ op: 'layout', section: 'models', before: {}, after: {}, lines: { none: 'x' } }], 'There is no entry "none" in the section "Models".'],
    ['a value that is no longer', [{ op: 'edit', section: 'tools', entry: 'awk', more: { Use: { before: 'STALE', after: 'x' } } }], '"Use" of "awk" is no longer what the change says that it was.'],
    ['a cell that ends its cell', [{ op: 'edit', section: 'tools', entry: 'awk', more: { Use: { after: 'x | y' } } }], 'A cell of the table "Tools" cannot hold "x | y".'],
    ['a cell that ends its line', [add({ kind: 'table', fields: {}, more: { Use: 'x\n\n# Pwned' } }, { section: 'tools' })], 'A cell of the table "Tools" cannot hold "x\\n\\n# Pwned".'],
    ['a column that is not there', [{ op: 'edit', section: 'tools', entry: 'awk', more: { Nope: { after: 'x' } } }], 'The table "Tools" has no column for "Nope".'],
    ['a field without a column', [add({ ...model, fields: { ...model.fields, code: { label: 'x', url: 'https://a.org' } } })], 'The table "Models" has no column for "Code".'],
    ['more than a line', [add(model, { line: 'a\nb\n' })], 'A row of the table "Models" is one line, with its line end.'],
    ['lines that are none', [{ op: 'layout', section: 'models', before: {}, after: {}, lines: { ant: 'x' } }], 'A row of the table "Models" is one line, with its line end.'],
    ['a header too short', [{ op: 'layout', section: 'tools', before: {}, after: { header: ['N'] } }], 'The layout of the table "Tools" cannot change so: its header, columns and alignments are not as many.'],
    ['columns of another table', [{ op: 'layout', section: 'tools', before: {}, after: {}, columns: [9, 0] }], 'The layout of the table "Tools" cannot change so: it has no such column.'],
    ['other text', [{ op: 'text', at: 0, before: ['# Other\n'], after: [] }], 'The text that a change replaces is not at its place: "# Other\\n".'],
    ['two texts over another', [{ op: 'text', at: 0, before: ['# Models\n'], after: [] }, { op: 'text', at: 0, before: ['# Models\n'], after: [] }], 'The text that a change replaces is not at its place: "# Models\\n".'],
    ['another section', [{ op: 'text', at: 2, before: [{ section: 'tools' }], after: [] }], 'The text that a change replaces is not at its place: "".'],
    ['a section twice', [{ op: 'text', at: 0, before: [], after: [{ section: 'tools' }] }], 'A change of the text names a section that is not there, or one twice.'],
    ['a section that is not', [{ op: 'text', at: 0, before: [], after: [{ section: 'none' }] }], 'A change of the text names a section that is not there, or one twice.'],
    ['a fence around a table', [{ op: 'text', at: 1, before: [], after: ['```\n'] }], 'The text around it would make something else of the table of "Models".'],
    ['a line that joins a table', [{ op: 'text', at: 3, before: [], after: ['joined\n'] }], 'The text around it would make something else of the table of "Models".'],
  ])('%s', (_, changes, message) => {
    expect(patch(parse(list), changes)).toMatchObject({ ok: false, code: 'conflict' })
    expect(patched(list, changes)).toBe(message)
  })

  it('a fence around a table without a heading', () =>
    expect(patched('| A |\n| - |\n', [{ op: 'text', at: 0, before: [], after: ['```\n'] }])).toContain('the table of "entries"'))
  it('an entry of a table without a heading', () =>
    expect(patched('| A |\n| - |\n', [{ op: 'remove', section: 'entries', entry: 'x' }])).toBe('There is no entry "x" in the section "entries".'))
})

describe('a new row', () => {
  it('gets the key that it asks for, or a free one, and later changes know it', () => {
    const changes = [add(model, { key: 'bee' }), add({ ...model, fields: { ...model.fields, name: 'Dog' } }, { place: { after: 'bee' } })]
    const result = patch(parse(list), changes)
    const rows = result.ok ? result.value.parts.flatMap((part) => ('section' in part ? part.section.rows.map(({ key }) => key) : [])) : []
    expect(rows).toEqual(['ant', 'bee', 'bee-2', 'dog', 'awk', 'sed'])
  })
  it('says nothing in a column that it knows nothing of', () =>
    expect(patched(list, [add({ kind: 'table', fields: {}, more: { Tool: 'ed' } }, { section: 'tools', place: 'start' })])).toContain('|---|---|\n|ed||\n|awk'))
  it('with a line of its own has that, but not when only its fields count', () => {
    const change = add({ ...model, raw: { paper: '**P**' } }, { line: '| Cat | **P** | - |\n' })
    expect(patched(list, [change])).toContain('GPT  |\n| Cat | **P** | - |\n')
    expect(patched(list, [change], { typed: true })).toContain('GPT  |\n| Cat   | -                      | -    |\n')
  })
  it('ends early where its table’s rows do, moved or not', () => {
    const short = '# A\n\n| Tool | Use |\n|---|---|\n| awk |\n\n# B\n\n| Tool | Use |\n|---|---|\n| sed | text |\n| tr | |\n'
    const cut: Change = { op: 'add', section: 'a', place: 'end', entry: { kind: 'table', fields: {}, more: { Tool: 'cut' } } }
    expect(patched(short, [cut], { typed: true })).toContain('| awk |\n| cut |\n')
    expect(patched(short, [{ ...cut, section: 'b' }])).toContain('| tr | |\n| cut | |\n')
    expect(patched(short, [{ op: 'move', section: 'b', to: 'a', entry: 'tr', place: 'end' }])).toContain('| awk |\n| tr |\n')
  })
  it('is as the two rows beside it where a hand wrote both', () => {
    const hand = '| Tool | Use  |\n| ---- | ---- |\n|awk|text|\n|sed|longer than the column|\n| tr   | text |\n| cut  | text |\n| ed   | text |\n'
    const ex = (place: Position): Change => ({ op: 'add', section: 'entries', place, entry: { kind: 'table', fields: {}, more: { Tool: 'ex', Use: 'x' } } })
    expect(patched(hand, [ex('start')], { typed: true })).toContain('\n|ex|x|\n|awk|')
    expect(patched(hand, [ex({ after: 'sed' })])).toContain('column|\n|ex|x|\n| tr ')
    expect(patched(hand, [ex({ after: 'awk' })])).toContain('\n| ex   | x    |\n|sed|')
    expect(patched(hand, [ex('end')])).toContain('\n| ex   | x    |\n')
    expect(patched('| Tool |\n| ---- |\n', [ex('start')])).toContain('has no column for "Use"')
  })
  it('of a lone pipe has one cell', () => expect(patched(list, [add(model, { line: '|\n' })])).toContain('GPT  |\n|\n'))
})

describe('an edited row', () => {
  const edit = (more: Partial<Extract<Change, { op: 'edit' }>>): Change => ({ op: 'edit', section: 'models', entry: 'ant', ...more })

  it('that a hand wrote changes where it must', () => {
    const use = (after: string): Change => ({ op: 'edit', section: 'tools', entry: 'sed', more: { Use: { before: 'text', after } } })
    expect(patched(list, [use('streams')])).toContain('\n| sed  |  streams |\n')
    expect(patched(list, [use('a')])).toContain('\n| sed  |  a     |\n')
  })
  it('of too few cells is written anew', () => {
    const short = list.replace('| sed  |  text  |', '| sed')
    expect(patched(short, [{ op: 'edit', section: 'tools', entry: 'sed', more: { Use: { after: 'text' } } }])).toContain('\n|sed|text|\n')
  })
  it('loses a cell’s field to markdown that fits none, and the other way about', () => {
    const there = edit({ fields: { paper: { before: { label: 'T', url: 'https://a.org/ant' } } }, raw: { paper: { after: '**P**' } } })
    const text = patched(list, [there])
    expect(text).toContain('| Ant   | **P**                  | BERT |')
    const back = edit({ fields: { paper: { after: null } }, raw: { paper: { before: '**P**' } } })
    expect(patched(text, [back])).toContain('| Ant   | -                      | BERT |')
    expect(patched(text, [edit({ fields: { paper: { after: null } } })], { typed: true })).toContain('| Ant   | -                      | BERT |')
    expect(patched(list, [there], { typed: true })).toBe(list)
  })
  it('may lose and gain cells of its own columns', () =>
    expect(patched(list, [edit({ fields: { base: { before: ['BERT'] } } })])).toContain('| Ant   | [T](https://a.org/ant) |      |'))
  it('with a line of its own, or none any more', () => {
    expect(patched(list, [edit({ line: '|Ant|-|-|\n' })])).toContain('\n|Ant|-|-|\n')
    expect(patched(list, [{ op: 'edit', section: 'tools', entry: 'sed', line: null }])).toContain('\n|sed|text|\n')
  })
})

describe('a table that a hand wrote', () => {
  const hand = '|Tool|Use|\n|---|---|\n|awk|text|\n| sed  |  text  |\n'
  const { frame } = sectionsOf(parse('| Tool | Use  |\n| ---- | ---- |\n| a    | text |\n').parts)[0] as Section
  const { layout, widths } = frame
  const use: Change = { op: 'edit', section: 'entries', entry: 'sed', more: { Use: { before: 'text', after: 'code' } } }

  it('keeps its lines when it gets a column, and where one goes', () => {
    const columns = { columns: ['Tool', 'Use', 'Star'], header: ['Tool', 'Use', 'Star'], align: ['none' as const, 'none' as const, 'none' as const], marks: [] }
    const more: Change = { op: 'layout', section: 'entries', before: {}, after: columns, columns: [0, 1, null] }
    const starred: Change = { op: 'edit', section: 'entries', entry: 'sed', more: { Star: { after: '*' } } }
    expect(patched(hand, [more, starred])).toBe('|Tool|Use|Star|\n|---|---|---|\n|awk|text||\n| sed  |  text  |*|\n')
    const less: Change = { op: 'layout', section: 'entries', before: {}, after: { columns: ['Use'], header: ['Use'], align: ['none'], marks: [] }, columns: [1] }
    expect(patched(hand, [less])).toBe('|Use|\n|---|\n|text|\n|  text  |\n')
  })
  it('is written as it now is where a form edits it', () => {
    const relaid: Change = { op: 'layout', section: 'entries', before: {}, after: { layout, widths } }
    expect(patched(hand, [relaid, use], { typed: true })).toContain('\n| sed  | code |\n')
    expect(patched(hand, [relaid, use])).toContain('\n| sed  |  code  |\n')
    expect(patched(hand, [use], { typed: true })).toContain('\n| sed  |  code  |\n')
  })
  it('is written alike where all of it is from now on', () => {
    const { layout: was } = (sectionsOf(parse(hand).parts)[0] as Section).frame
    const exact: Change = { op: 'layout', section: 'entries', before: { layout: was }, after: { layout: { ...was, exact: true } } }
    expect(patched(hand, [exact, use], { typed: true })).toContain('\n|sed|code|\n')
    const capped: Change = { op: 'layout', section: 'entries', before: { layout: was }, after: { layout: { ...was, cap: 9 } } }
    expect(patched(hand, [capped, use], { typed: true })).toContain('\n| sed  |  code  |\n')
  })
})

describe('a moved row', () => {
  it('goes to no table that lacks a column that it fills, nor with more than a line', () => {
    const narrow = `${list}\n# Names\n\n| Tool |\n| --- |\n`
    const away: Change = { op: 'move', section: 'tools', to: 'names', entry: 'awk', place: 'end' }
    expect(patched(narrow, [away])).toBe('The table "Names" has no column for "Use".')
    expect(patched(list, [{ op: 'move', section: 'tools', entry: 'awk', place: 'end', line: 'x' }])).toBe('A row of the table "Tools" is one line, with its line end.')
  })
  const two = `${list}\n# More tools\n\n|Use|Tool|\n|---|---|\n|text|ed|\n`
  it('is written as the table is that it comes to', () => {
    const move: Change = { op: 'move', section: 'tools', to: 'more-tools', entry: 'awk', place: 'start' }
    expect(patched(two, [move])).toContain('|---|---|\n|text|awk|\n|text|ed|\n')
    expect(patched(two, [{ ...move, line: '| text | awk |\n' }])).toContain('|---|---|\n| text | awk |\n')
    expect(patched(two, [{ ...move, line: '| text | awk |\n' }], { typed: true })).toContain('|---|---|\n|text|awk|\n')
  })
})

describe('text', () => {
  it('behind a table that had no last line end gives it one', () => {
    const open = list.slice(0, -1)
    expect(patched(open, [{ op: 'text', at: 7, before: [], after: ['\n', 'End.'] }])).toBe(`${list}\nEnd.`)
  })
  it('with a new table makes a section that takes nobody’s key', () => {
    const result = patch(parse(list), [
      { op: 'text', at: 4, before: ['# Tools\n', '\n', { section: 'tools' }], after: ['# Tools\n', '\n', '| Tool |\n', '| --- |\n', '| awk |\n'] },
    ])
    const sections = result.ok ? result.value.parts.flatMap((part) => ('section' in part ? [part.section] : [])) : []
    expect(sections.map(({ key, rows }) => [key, rows.map((row) => row.key)])).toEqual([
      ['models', ['ant', 'bee']],
      ['tools-2', ['awk-2']],
    ])
  })
})
