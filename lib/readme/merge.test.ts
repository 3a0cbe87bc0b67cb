import { describe, expect, it } from 'vitest'
import type { Change } from './change'
import { diff } from './diff'
import { merge } from './merge'
import { parse } from './parse'
import { mergedTexts } from './testing/merged'

const base = `# List

Last updated: 2024/01/01

## Models

| Model | Paper                  | Base |
| :---- | :--------------------- | :--- |
| Ant   | [T](https://a.org/ant) | BERT |
| Bee   | [U](https://a.org/bee) | GPT  |
| Cat   | [V](https://a.org/cat) | GPT  |

## Tools

| Tool | Use |
| --- | --- |
| awk | text |
| sed | text |

The end.
`

const merged = (ours: string, theirs: string) => mergedTexts(base, ours, theirs)

/** Replaces, and says so where there is nothing to replace. */
function edit(text: string, from: string, to: string): string {
  expect(text).toContain(from)
  return text.replace(from, to)
}

const bee = '| Bee   | [U](https://a.org/bee) | GPT  |\n'
const mergesTo = (ours: string, theirs: string, both: string) => expect(merged(ours, theirs)).toMatchObject({ text: both, clashes: [] })

describe('nothing on our side', () => {
  it('leaves theirs as it is', () => {
    const theirs = diff(parse(base), parse(edit(base, 'BERT', 'GPT2')))
    expect(merge(parse(base), [], theirs)).toEqual({ changes: theirs, clashes: [] })
  })
  it('that fits is a bug of the caller', () =>
    expect(() => merge(parse(base), [{ op: 'remove', section: 'models', entry: 'none' }], [])).toThrow('does not fit'))
})

describe('both', () => {
  it('edits of one row in two fields', () => {
    const [ours, theirs] = [edit(base, 'a.org/bee', 'a.org/boo'), edit(base, `${bee.slice(0, -7)}GPT `, `${bee.slice(0, -7)}GPT2`)]
    mergesTo(ours, theirs, edit(ours, `${bee.replace('bee', 'boo').slice(0, -7)}GPT `, `${bee.replace('bee', 'boo').slice(0, -7)}GPT2`))
  })
  it('parts of one link', () =>
    mergesTo(edit(base, '[U]', '[W]'), edit(base, 'a.org/bee', 'a.org/boo'), edit(edit(base, '[U]', '[W]'), 'a.org/bee', 'a.org/boo')))
  it('names in one list', () => {
    const longer = (text: string, list: string) =>
      edit(text, '| BERT |', `| ${list} |`).replace('| Base |', `| Base${' '.repeat(list.length - 4)} |`).replace(/:--- \|\n/, `:${'-'.repeat(list.length - 1)} |\n`).replaceAll('| GPT  |', `| GPT${' '.repeat(list.length - 3)} |`)
    mergesTo(longer(base, 'BERT + A'), longer(base, 'BERT + BC'), longer(base, 'BERT + BC + A'))
  })
  it('a row added on each side, also where the row above is gone', () => {
    const [dog, elk] = ['| Dog   | -                      | -    |\n', '| Elk   | -                      | -    |\n']
    mergesTo(edit(base, bee, bee + dog), edit(base, '| Cat ', `${elk}| Cat `), edit(base, bee, bee + elk + dog))
    mergesTo(edit(base, bee, ''), edit(base, bee, bee + dog), edit(base, bee, dog))
    const first = edit(base, '| Ant   | [T](https://a.org/ant) | BERT |\n', '')
    mergesTo(first, edit(base, 'BERT |\n', `BERT |\n${dog}`), edit(first, '| Bee', `${dog}| Bee`))
  })
  it('the same row added, once, and what stands behind it in its place', () => {
    const [dog, elk] = ['| dig | x |\n', '| eel | y |\n']
    const ours = edit(base, '| sed | text |\n', `| sed | text |\n${dog}`)
    mergesTo(ours, edit(base, '| sed | text |\n', `| sed | text |\n${dog}${elk}`), edit(ours, dog, dog + elk))
  })
  it('a row of one name added, where what both say agrees', () => {
    const add = (base_: string) => edit(base, bee, `${bee}| Dog   | -                      | ${base_} |\n`)
    mergesTo(add('-   '), add('GPT '), add('GPT '))
    mergesTo(add('GPT '), add('-   '), add('GPT '))
  })
  it('a row removed and another edited, or the same one removed', () => {
    const gone = edit(base, bee, '')
    mergesTo(gone, edit(base, 'BERT', 'GPT2'), edit(gone, 'BERT', 'GPT2'))
    mergesTo(edit(base, 'BERT', 'GPT2'), gone, edit(gone, 'BERT', 'GPT2'))
    mergesTo(gone, gone, gone)
  })
  it('a row moved and edited', () => {
    const moved = edit(edit(base, bee, ''), '| Ant', `${bee}| Ant`)
    mergesTo(moved, edit(base, 'a.org/bee', 'a.org/boo'), edit(moved, 'a.org/bee', 'a.org/boo'))
    mergesTo(edit(base, 'a.org/bee', 'a.org/boo'), moved, edit(moved, 'a.org/bee', 'a.org/boo'))
    mergesTo(moved, moved, moved)
    mergesTo(edit(base, bee, ''), moved, edit(base, bee, ''))
    mergesTo(moved, edit(base, bee, ''), edit(base, bee, ''))
  })
  it('text in two places, and a table between', () => {
    const table = '\n| A |\n| - |\n| x |\n'
    const ours = edit(base, '# List\n', `# List\n${table}`)
    mergesTo(ours, edit(base, 'The end.', 'Fin.'), edit(ours, 'The end.', 'Fin.'))
    mergesTo(edit(base, 'The end.', 'Fin.'), ours, edit(ours, 'The end.', 'Fin.'))
  })
  it('dates, of which the later one stands', () => {
    const [early, late] = [edit(base, '2024/01/01', '2024/02/01'), edit(base, '2024/01/01', '2024/03/01')]
    mergesTo(early, late, late)
    mergesTo(late, early, late)
  })
  it('another column and another row', () => {
    const wider = edit(base, '| Tool | Use |\n| --- | --- |\n| awk | text |\n| sed | text |', '| Tool | Year | Use |\n| --- | --- | --- |\n| awk | 1 | text |\n| sed | 2 | text |')
    mergesTo(wider, edit(base, '| awk | text |', '| awk | words |'), edit(wider, '| awk | 1 | text |', '| awk | 1 | words |'))
    expect(merged(edit(base, '| awk | text |', '| awk | words |'), wider)).toMatchObject({ clashes: [], text: edit(wider, '| awk | 1 | text |', '| awk | 1 | words |') })
    mergesTo(wider, wider, wider)
    const renamed = edit(base, '| Tool | Use |', '| Tool | Purpose |')
    mergesTo(renamed, edit(base, '| awk | text |', '| awk | words |'), edit(renamed, '| awk | text |', '| awk | words |'))
  })
  it('broken padding of a row and an edit of another', () => {
    const broken = edit(base, '| Bee   |', '| Bee |')
    expect(merged(edit(base, 'BERT', 'GPT2'), broken).text).toBe(edit(broken, 'BERT', 'GPT2'))
    expect(merged(broken, edit(base, 'BERT', 'GPT2')).text).toBe(edit(broken, 'BERT', 'GPT2'))
    mergesTo(broken, broken, broken)
  })
})

describe('a clash', () => {
  const clashesOf = (ours: string, theirs: string) => {
    const { clashes, text } = merged(ours, theirs)
    // Our side stands where the two clash.
    expect(text).toBe(ours)
    return clashes
  }

  it('is one name with two values', () =>
    expect(clashesOf(edit(base, '[U]', '[W]'), edit(base, '[U]', '[X]'))).toMatchObject([
      { section: 'models', entry: 'bee', field: 'paper', base: { label: 'U' }, ours: { label: 'W' }, theirs: { label: 'X' } },
    ]))
  it('is one cell, filled with a field and with what fits none', () =>
    expect(clashesOf(edit(base, '[U](https://a.org/bee) |', '[W](https://a.org/bee) |'), edit(base, '[U](https://a.org/bee) |', '**U**                  |'))).toHaveLength(1))
  it('is a row removed and edited', () => {
    expect(clashesOf(edit(base, bee, ''), edit(base, 'a.org/bee', 'a.org/boo'))).toMatchObject([{ entry: 'bee', what: '"bee" was removed meanwhile.' }])
    expect(clashesOf(edit(base, 'a.org/bee', 'a.org/boo'), edit(base, bee, ''))).toMatchObject([{ entry: 'bee' }])
  })
  it('is a row moved to two places', () => {
    const move = (place: 'start' | 'end'): Change => ({ op: 'move', section: 'models', entry: 'bee', place })
    expect(merge(parse(base), [move('start')], [move('end')])).toMatchObject({ changes: [], clashes: [{ entry: 'bee' }] })
    const away: Change = { op: 'move', section: 'models', to: 'nowhere', entry: 'bee', place: 'end' }
    expect(merge(parse(base), [move('start')], [away]).clashes).toMatchObject([{ what: '"bee" was removed meanwhile.' }])
    expect(merge(parse(base), [move('start')], [{ ...away, section: 'nowhere' }]).clashes).toHaveLength(1)
  })
  it('is a row of one name added in two ways', () => {
    const add = (base_: string) => edit(base, bee, `${bee}| Dog   | -                      | -    |\n`).replace('| Dog   | -     ', `| Dog   | ${base_.padEnd(6)}`)
    expect(clashesOf(add('**a**'), add('**b**'))).toMatchObject([{ what: 'Both sides added "Dog", differently.' }])
    const tool = (use: string) => edit(base, '| awk', `| [ack](https://ack.org) | ${use} |\n| awk`)
    expect(clashesOf(tool('search'), tool('find'))).toMatchObject([{ section: 'tools', entry: 'ack' }])
    const paper = (label: string) => edit(base, bee, `${bee}| Dog   | [${label}](https://a.org/dog) | -    |\n`)
    expect(clashesOf(paper('X'), paper('Y'))).toHaveLength(1)
  })
  it('is one passage of the text with two meanings', () =>
    expect(clashesOf(edit(base, 'The end.', 'Fin.'), edit(base, 'The end.', 'Ende.'))).toMatchObject([
      { section: '', base: ['The end.\n'], ours: ['Fin.\n'], theirs: ['Ende.\n'] },
    ]))
  it('is a line put behind one that lost its end', () => {
    const open = base.slice(0, -1)
    expect(merged(open, `${base}More.\n`).clashes).toHaveLength(1)
    expect(merged(`${base}More.\n`, open).clashes).toHaveLength(1)
  })
  it('is a line put into a passage that the other replaced', () => {
    const longer = edit(base, 'The end.\n', 'The end.\nOf it.\n')
    const start = parse(longer)
    const ours = diff(start, parse(edit(longer, 'The end.\nOf it.\n', 'Fin.\n')))
    const theirs = diff(start, parse(edit(longer, 'The end.\n', 'The end.\nNow.\n')))
    expect(merge(start, ours, theirs).clashes).toHaveLength(1)
    expect(merge(start, theirs, ours).clashes).toHaveLength(1)
  })
  it('is a section taken away on one side and changed on the other', () => {
    const tools = base.slice(base.indexOf('## Tools'), base.indexOf('The end.'))
    const gone = edit(base, tools, '')
    expect(clashesOf(edit(base, '| awk | text |', '| awk | words |'), gone)).toHaveLength(1)
    expect(clashesOf(gone, edit(base, '| awk | text |', '| awk | words |'))).toMatchObject([{ section: 'tools', entry: 'awk' }])
    expect(clashesOf(gone, edit(base, '| awk | text |', '| ack | x |\n| awk | text |'))).toMatchObject([{ section: 'tools', entry: null }])
    expect(clashesOf(gone, edit(base, '| Tool |', '| Tools |'))).toMatchObject([{ section: 'tools', entry: null }])
    expect(merged(gone, edit(base, '| awk | text |\n', '')).clashes).toEqual([])
  })
  it('is a column that one side took away', () => {
    const narrow = edit(base, '| Tool | Use |\n| --- | --- |\n| awk | text |\n| sed | text |', '| Tool |\n| --- |\n| awk |\n| sed |')
    expect(clashesOf(narrow, edit(base, '| awk | text |', '| awk | words |'))).toMatchObject([{ field: 'Use', theirs: 'words' }])
  })
  it('is a header with two meanings', () =>
    expect(clashesOf(edit(base, '| Tool | Use |', '| Tool | Purpose |'), edit(base, '| Tool | Use |', '| Tool | Task |')).length).toBeGreaterThan(0))
  it('is text that would swallow the other side’s table', () => {
    const ours = `${base}\n| A |\n| - |\n`
    expect(clashesOf(ours, edit(base, 'The end.\n', '```\nThe end.\n'))).toMatchObject([{ section: '', what: expect.stringContaining('make something else') }])
  })
  it('is a section that one side moved and the other did, elsewhere', () => {
    const tools = { section: 'tools' }
    const away: Change = { op: 'text', at: 10, before: [tools], after: [] }
    const first: Change = { op: 'text', at: 0, before: [], after: [tools, '\n'] }
    const last: Change = { op: 'text', at: 13, before: [], after: ['\n', tools] }
    expect(merge(parse(base), [away, first], [away, last])).toMatchObject({ changes: [], clashes: [{ theirs: ['\n', tools] }] })
    expect(merge(parse(base), [first, away], [first, away])).toEqual({ changes: [], clashes: [] })
  })
})

describe('changes that no difference would make', () => {
  const add = (name: string, more: Partial<Extract<Change, { op: 'add' }>> = {}): Change => ({
    ...{ op: 'add', section: 'tools', place: 'end', entry: { kind: 'table', fields: {}, more: { Tool: name, Use: 'x' } } },
    ...more,
  })

  it('added rows without a key are the same where they say the same, one by one', () => {
    expect(merge(parse(base), [add('ed')], [add('ed'), add('ed')])).toMatchObject({ changes: [{ op: 'add' }], clashes: [] })
    expect(merge(parse(base), [add('')], [add('')])).toEqual({ changes: [], clashes: [] })
    expect(merge(parse(base), [add('', { key: 'k' })], [add('', { entry: { kind: 'table', fields: {}, more: { Tool: '' } } })]).changes).toHaveLength(1)
  })
  it('added rows of one name without a key clash', () => {
    const model = (base_: string[]): Change => ({ op: 'add', section: 'models', place: 'end', entry: { kind: 'model', fields: { name: 'Dog', base: base_ } } })
    expect(merge(parse(base), [model([])], [model(['GPT'])])).toMatchObject({ changes: [], clashes: [{ entry: null }] })
    expect(merge(parse(base), [{ ...model(['GPT']), key: 'dog' } as Change], [model([])])).toMatchObject({ changes: [{ op: 'edit', fields: {} }] })
  })
  it('a row that goes to a section of our side’s making goes there', () => {
    const ours: Change[] = [{ op: 'text', at: 0, before: [], after: ['| Tool | Use |\n', '| --- | --- |\n', '| x | y |\n', '\n'] }]
    expect(merge(parse(base), ours, [{ op: 'move', section: 'tools', to: 'entries', entry: 'awk', place: { after: 'none' } }])).toMatchObject({
      changes: [{ op: 'move', section: 'tools', to: 'entries', place: 'start' }],
    })
  })
  it('a moved row keeps a hand’s line only in a table whose layout our side left alone', () => {
    const move: Change = { op: 'move', section: 'tools', entry: 'sed', place: 'start', line: '|sed|text|\n' }
    const edited = (section: string, entry: string): Change => ({ op: 'edit', section, entry, line: null })
    expect(merge(parse(base), [edited('models', 'ant')], [move]).changes).toEqual([move])
    expect(merge(parse(base), [edited('tools', 'awk')], [move]).changes).toEqual([move])
    const layout: Change = { op: 'layout', section: 'tools', before: { header: ['Tool', 'Use'] }, after: { header: ['**Tool**', 'Use'] } }
    expect(merge(parse(base), [layout], [move]).changes).toEqual([{ op: 'move', section: 'tools', entry: 'sed', place: 'start' }])
  })
})
