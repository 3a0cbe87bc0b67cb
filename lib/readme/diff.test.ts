import { describe, expect, it } from 'vitest'
import { diff } from './diff'
import { parse } from './parse'
import { patch } from './patch'
import { render } from './render'

/** The changes between two texts, having seen that they lead from the one to the other. */
function changes(before: string, after: string) {
  const found = diff(parse(before), parse(after))
  const patched = patch(parse(before), found)
  expect(patched.ok && render(structuredClone(patched.value.parts))).toBe(after)
  return found
}

const tools = `# Tools

| Name | Stars | Link |
| --- | --- | --- |
| [a](https://a.org) | 1 | x |
| [b](https://b.org) | 2 | y |
| [c](https://c.org) | 3 | z |
`
const models = `## Models

| Model | Paper                  | Base |
| :---- | :--------------------- | :--- |
| Ant   | [T](https://a.org/ant) | BERT |
| Bee   | [U](https://a.org/bee) | GPT  |
`

describe('a row', () => {
  it('of another name with the same link is edited', () =>
    expect(changes(tools, tools.replace('[b]', '[bee]'))).toEqual([
      { op: 'edit', section: 'tools', entry: 'b', more: { Name: { before: '[b](https://b.org)', after: '[bee](https://b.org)' } } },
    ]))
  it('shares its link with one other at most', () => {
    const twins = '| Name | Link |\n| --- | --- |\n| a | https://x.org |\n| b | https://x.org |\n'
    expect(changes(twins, twins.replace('| a |', '| c |').replace('| b |', '| d |'))).toMatchObject([
      { op: 'edit', entry: 'a', more: { Name: { after: 'c' } } },
      { op: 'edit', entry: 'b', more: { Name: { after: 'd' } } },
    ])
  })
  it('of the same name with another link is edited, field by field', () =>
    expect(changes(models, models.replace('a.org/bee', 'a.org/boo').replace('GPT ', 'GPT2'))).toEqual([
      {
        ...{ op: 'edit', section: 'models', entry: 'bee' },
        fields: {
          paper: { before: { label: 'U', url: 'https://a.org/bee' }, after: { label: 'U', url: 'https://a.org/boo' } },
          base: { before: ['GPT'], after: ['GPT2'] },
        },
      },
    ]))
  it('with another name and link but the same rest is edited where it stands', () =>
    expect(changes(tools, tools.replace('[b](https://b.org)', '[q](https://q.org)'))).toMatchObject([{ op: 'edit', entry: 'b' }]))
  it('with a name that is nearly the same is edited where it stands', () =>
    expect(changes(tools.replace('[b](https://b.org)', 'ChatDoctor'), tools.replace('| [b](https://b.org) | 2 | y |', '| ChatDoctors | 4 | w |'))).toMatchObject([
      { op: 'edit', entry: 'chatdoctor' },
    ]))
  it('that has nothing in common is another', () =>
    expect(changes(tools, tools.replace('| [b](https://b.org) | 2 | y |', '| [q](https://q.org) | 7 | w |'))).toEqual([
      { op: 'remove', section: 'tools', entry: 'b', content: { kind: 'table', fields: {}, more: { Name: '[b](https://b.org)', Stars: '2', Link: 'y' } } },
      {
        ...{ op: 'add', section: 'tools', place: { after: 'a' }, key: 'q' },
        entry: { kind: 'table', fields: {}, more: { Name: '[q](https://q.org)', Stars: '7', Link: 'w' } },
      },
    ]))
  it('that says nothing is told by its place', () =>
    expect(changes('|A|B|\n|-|-|\n||!|\n|x|y|\n', '|A|B|\n|-|-|\n||?|\n|x|y|\n').map(({ op }) => op)).toEqual(['remove', 'add']))
  it('moved alone is moved alone, to an edge or behind another', () => {
    const [, a, b, c] = /(.*\n)(.*\n)(.*\n)$/.exec(tools) as unknown as [string, string, string, string]
    const head = tools.slice(0, -(a + b + c).length)
    expect(changes(tools, head + c + a + b)).toEqual([{ op: 'move', section: 'tools', entry: 'c', place: 'manner' }])
    expect(changes(tools, head + b + c + a)).toEqual([{ op: 'move', section: 'tools', entry: 'a', place: { after: 'c' } }])
  })
  it('added at an edge says so, by the manner of the table where that is the edge', () => {
    const row = '| [d](https://d.org) | 4 | w |\n'
    expect(changes(tools, tools + row)).toMatchObject([{ op: 'add', place: 'end', key: 'd' }])
    expect(changes(tools, tools.replace('| [a]', `${row}| [a]`))).toMatchObject([{ op: 'add', place: 'manner' }])
  })
  it('written by hand as the layout does not keeps its line', () =>
    expect(changes(tools, `${tools}|[d](https://d.org)|4|w|\n`)).toMatchObject([{ op: 'add', line: '|[d](https://d.org)|4|w|\n' }]))
  it('that went to another section with the same columns went there', () => {
    const two = `${models}\n## More models\n\n${models.slice(models.indexOf('| Model')).replaceAll('Ant', 'Elk').replaceAll('Bee', 'Fox').replaceAll('a.org', 'b.org')}`
    const bee = '| Bee   | [U](https://a.org/bee) | GPT  |\n'
    const there = two.replace(bee, '').replace('| Fox', `${bee.replace('GPT ', 'GPT2')}| Fox`)
    expect(changes(two, there)).toMatchObject([
      { op: 'move', section: 'models', to: 'more-models', entry: 'bee', place: { after: 'elk' } },
      { op: 'edit', section: 'more-models', entry: 'bee', fields: { base: { after: ['GPT2'] } } },
    ])
    expect(changes(there, two)[0]).toMatchObject({ op: 'move', section: 'more-models', to: 'models' })
  })
  it('without a name is looked for in no other section', () => {
    const two = '# One\n\n|A|B|\n|-|-|\n|<br>||\n\n# Two\n\n|A|B|\n|-|-|\n|x|y|\n'
    expect(changes(two, `${two.replace('|<br>||\n', '')}||<br>|\n`).map(({ op }) => op)).toEqual(['remove', 'add'])
  })
})

describe('a table', () => {
  it('tells its widths where a row follows its rule again under another measure', () => {
    // The name is six code units and five columns of a terminal; the first table tells that the document measures units.
    const units = '| Name      | Base |\n| --------- | ---- |\n| CardioNet | a\u00AD   |\n\n'
    const slipped = `${units}| Name  | Base |\n| ----- | ---- |\n|   Nai\u0308ve | b    |\n`
    const [layout] = changes(slipped, slipped.replace('|   Nai', '| Nai'))
    expect(layout).toMatchObject({ op: 'layout', after: { layout: { measure: 'units' }, widths: [5, 4] } })
  })
  it('tells the line of a row that is not as the two that hands wrote before it', () => {
    const head = (model: string, dashes: string) => `| ${model} | Paper | Base |\n| ${dashes} | ----- | ---- |\n`
    const found = changes(head('Model', '-----'), `${head('Model    ', '---------')}|CardioNet|-|\n|CardioNet|-|\n| CardioNet | -     |\n`)
    expect(found.map((change) => 'line' in change && change.line)).toContain('| CardioNet | -     |\n')
  })
  it('tells the line of a row beside others that begin to be a hand’s own', () => {
    const list = '| Model                    | Subfield | Paper |\n| ------------------------ | -------- | ----- |\n| [Ant](https://a.org/ant) | -        |\n| Bee                      | -        |\n'
    changes(`${list}| Tool |\n||\n`, `${list}| Tool      |\n||\n| CardioNet |\n`)
  })
  it('with another column has a layout change, and edits for what stands in the column', () => {
    const wider = tools.replaceAll(/^\| (\S+) \| (\S+) \|/gm, (_, name: string, stars: string) =>
      name === '---' ? '| --- | --- | --- |' : `| ${name} | ${stars} | ${name === 'Name' ? 'Year' : '2020'} |`,
    )
    const found = changes(tools, wider)
    expect(found[0]).toMatchObject({ op: 'layout', columns: [0, 1, null, 2], after: { columns: ['Name', 'Stars', 'Year', 'Link'] } })
    expect(found.slice(1).map((change) => ('more' in change ? change.more : null))).toEqual(Array.from({ length: 3 }, () => ({ Year: { before: '', after: '2020' } })))
    expect(changes(wider, tools)).toMatchObject([{ op: 'layout', columns: [0, 1, 3] }])
  })
  it('with a column renamed keeps its rows', () => {
    expect(changes(tools, tools.replace('Stars', 'Popularity'))).toMatchObject([{ op: 'layout', columns: [0, 1, 2] }])
    expect(changes(tools, tools.replace('Name', 'Tool'))).toMatchObject([{ op: 'layout', columns: [0, 1, 2] }])
  })
  it('with two columns under one header keeps the one that says the same', () => {
    const table = (columns: readonly number[], rows = ['ant', 'bee', 'cat']) =>
      [['Name', ...columns.map(() => 'Link')], ['---', ...columns.map(() => '---')], ...rows.map((row) => [row, ...columns.map((column) => `${row}${column}`)])]
        .map((cells) => `| ${cells.join(' | ')} |\n`)
        .join('')
    expect(changes(table([1, 2]), table([2]))).toMatchObject([{ op: 'layout', columns: [0, 2] }])
    expect(changes(table([1, 2]), table([1]))).toMatchObject([{ op: 'layout', columns: [0, 1] }])
    expect(changes(table([2]), table([1, 2]))[0]).toMatchObject({ op: 'layout', columns: [0, null, 1] })
    expect(changes(table([1, 2, 3]), table([3, 2]))).toMatchObject([{ op: 'layout', columns: [0, 3, 2] }])
    expect(changes(table([1, 2], []), table([2], []))).toMatchObject([{ op: 'layout', columns: [0, 1] }])
    expect(changes(table([1, 2]), table([4, 5, 6])).slice(0, 1)).toMatchObject([{ op: 'layout', columns: [0, 1, 2, null] }])
  })
  it('whose column says something else under another name has a new column', () =>
    expect(changes(tools, tools.replace('Stars', 'Licence').replace('| 1 |', '| MIT |').replace('| 2 |', '| GPL |').replace('| 3 |', '| BSD |'))[0]).toMatchObject({
      columns: [0, null, 2],
    }))
  it('whose padding a hand broke says which lines are its own', () => {
    const [change, ...others] = changes(models, models.replace('| Bee   |', '| Bee |'))
    expect(others).toEqual([])
    expect(change).toMatchObject({ op: 'layout', lines: { bee: '| Bee | [U](https://a.org/bee) | GPT  |\n' }, after: { layout: { exact: false } } })
  })
  it('grown by a longer cell is padded anew without a word', () =>
    expect(changes(models, models.replace('| Base |', '| Base    |').replace(':--- |\n', ':------ |\n').replace('BERT |', 'BERT    |').replace('GPT  |', 'GPT-NEO |'))).toEqual([
      { op: 'edit', section: 'models', entry: 'bee', fields: { base: { before: ['GPT'], after: ['GPT-NEO'] } } },
    ]))
  it('that a header renames to another kind stays what it was', () => {
    const found = changes(models, models.replace('| Model |', '| Thing |'))
    expect(found).toMatchObject([{ op: 'layout', section: 'models', after: { header: ['Thing', 'Paper', 'Base'] } }])
    expect(found.some(({ op }) => op === 'text')).toBe(false)
  })
  it('keeps its columns under the same header, whatever most of its cells come to look like', () => {
    const linked = models.replace('| Ant   |', '| **A** |').replace('| Bee   |', '| **B** |')
    const three = `${linked}| **C** | -                      | -    |\n`
    expect(parse(three).parts.at(-1)).toMatchObject({ section: { kind: 'table' } })
    expect(changes(models, three).filter(({ op }) => op === 'text')).toEqual([])
    expect(changes(three, models).filter(({ op }) => op === 'text')).toEqual([])
  })
  it('added or removed is text, and so is its heading', () => {
    const added = `${tools}\n${models}`
    expect(changes(tools, added)).toMatchObject([{ op: 'text', at: 3, before: [] }])
    expect(changes(added, tools)).toMatchObject([{ op: 'text', before: ['\n', '## Models\n', '\n', { section: 'models' }], after: [] }])
    expect(changes(tools, tools.replace('# Tools', '# All tools'))).toEqual([{ op: 'text', at: 0, before: ['# Tools\n'], after: ['# All tools\n'] }])
  })
  it('put elsewhere takes its rows along', () => {
    const found = changes(`${tools}\n${models}`, `${models}\n${tools}`)
    expect(found.every(({ op }) => op === 'text')).toBe(true)
    expect(JSON.stringify(found)).toContain('{"section":"')
  })
  it('under a new heading is known by its columns and rows, or by where it stands', () => {
    const two = `${tools}\n${models}`
    expect(changes(two, two.replace('## Models', '## All models').replace('Bee', 'Boo')).map(({ op }) => op)).toEqual(['text', 'edit'])
    expect(changes(tools, '# Things\n\n| Name | Stars | Link |\n| --- | --- | --- |\n').map(({ op }) => op)).toEqual(['text', 'remove', 'remove', 'remove'])
  })
})

describe('by key', () => {
  it('rows and sections are what their keys say, whatever they hold', () => {
    const a = parse(tools)
    const b = parse(tools.replace('[b](https://b.org) | 2 | y', '[q](https://q.org) | 7 | w'))
    const renamed = {
      ...b,
      parts: b.parts.map((part) =>
        'section' in part ? { section: { ...part.section, rows: part.section.rows.map((row) => (row.key === 'q' ? { ...row, key: 'b' } : row)) } } : part,
      ),
    }
    expect(diff(a, renamed, { byKey: true })).toMatchObject([{ op: 'edit', entry: 'b' }])
    expect(diff(a, b, { byKey: true }).map(({ op }) => op)).toEqual(['remove', 'add'])
    // What the catalog calls a new row may be more than its name says.
    expect(diff(a, b, { byKey: true })).toMatchObject([{ op: 'remove' }, { op: 'add', key: 'q' }])
    const other = { ...b, parts: b.parts.map((part) => ('section' in part ? { section: { ...part.section, rows: part.section.rows.map((row) => (row.key === 'q' ? { ...row, key: 'q-7' } : row)) } } : part)) }
    expect(diff(a, other, { byKey: true })).toMatchObject([{ op: 'remove' }, { op: 'add', key: 'q-7' }])
  })
})
