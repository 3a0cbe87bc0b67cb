import { describe, expect, it } from 'vitest'
import { findingsOf, fixed, found, table } from '../testing/found'

const models = ['Model', 'Subfield', 'Paper', 'Code', 'Base', 'Pre-Training Data']
const model = (name: string, { paper = '-', code = '-', data = '-' } = {}) => [name, 'Radiology', paper, code, '-', data]
const datasets = ['Dataset (Paper)', 'Description', 'Link']
const arxiv = (id: string) => `[Title](https://arxiv.org/abs/${id})`
const papers = ['Title', 'Paper']

describe('ragged-row', () => {
  it('tells of a row without a name by its line alone', () =>
    expect(findingsOf('ragged-row', '| A | B |\n| --- | --- |\n| <br> |\n')).toMatchObject([{ place: { line: 3, entry: null } }]))
})

describe('duplicate-row', () => {
  const twice = table(papers, ['One', arxiv('2401.00001')], ['Two', '-'], ['One', arxiv('2401.00001')])

  it('removes the later of two in one table', () => {
    expect(found('duplicate-row', twice)).toEqual(['5:3 This row is the same as the one in line 3.'])
    expect(fixed('duplicate-row', twice)).toBe(table(papers, ['One', arxiv('2401.00001')], ['Two', '-']))
  })
  it('tells of two in tables of models, and leaves them to a person', () => {
    const text = `## A\n\n${table(models, model('One'))}\n## B\n\n${table(models, model('One'))}`
    expect(found('duplicate-row', text)).toEqual(['11:3 This row is the same as the one in line 5, under "A".'])
    expect(findingsOf('duplicate-row', text)[0]).toMatchObject({ place: { section: 'b', entry: 'One' }, fix: [] })
    expect(found('same-identity', text)).toEqual([])
  })
  it.each([
    ['a row under two headings of another list', `${table(papers, ['One', arxiv('2401.00001')])}\n${table(papers, ['One', arxiv('2401.00001')])}`],
    ['rows of ticks', table(['A', 'B'], ['✅', '❌'], ['✅', '❌'])],
    ['rows of figures', table(['Year', 'Place'], ['2024', 'Rome'], ['2024', 'Rome'])],
    ['rows that differ in a cell', table(papers, ['One', 'a b'], ['One', 'a c'])],
  ])('leaves %s', (_, text) => expect(found('duplicate-row', text)).toEqual([]))
})

describe('same-identity', () => {
  it('says nothing of a paper that very many share', () => {
    const many = Array.from({ length: 9 }, (_, index) => model(`M${index}`, { paper: arxiv('2401.00001') }))
    expect(found('same-identity', table(models, ...many))).toEqual([])
  })
  it('tells what two entries of a kind share, once', () => {
    const text = table(models, model('One', { paper: arxiv('2401.00001v2') }), model('one', { paper: arxiv('2401.00001') }), model('Two'))
    expect(found('same-identity', text)).toEqual(['4:3 "one" has the same arXiv id 2401.00001 and the same name as "One" in line 3.'])
    expect(findingsOf('same-identity', text)[0]).toMatchObject({ severity: 'note', fix: [] })
  })
  it('tells a DOI and a repository too', () => {
    const code = '[Github](https://github.com/a/b)'
    const text = table(models, model('One', { code }), model('Two', { paper: '[P](https://doi.org/10.1000/1)' }), model('Three', { code, paper: '[P](https://x.org/10.1000/1)' }))
    expect(found('same-identity', text)).toEqual([
      '5:3 "Three" has the same DOI 10.1000/1 as "Two" in line 4.',
      '5:3 "Three" has the same repository github.com/a/b as "One" in line 3.',
    ])
  })
  it('takes what many share for the home of many', () => {
    const code = '[Github](https://github.com/a/b)'
    const list = (count: number) => table(models, ...Array.from({ length: count }, (_, index) => model(`M${index}`, { code })))
    expect(found('same-identity', list(4))).toHaveLength(3)
    expect(found('same-identity', list(5))).toEqual([])
  })
  it('tells of papers within one table of another list', () =>
    expect(found('same-identity', table(papers, ['One', arxiv('2401.00001')], ['Two', arxiv('2401.00001')]))).toHaveLength(1))
  it.each([
    ['a model and its dataset', `${table(models, model('One', { paper: arxiv('2401.00001') }))}\n${table(datasets, ['One ([arXiv](https://arxiv.org/abs/2401.00001))', 'd', '-'])}`],
    ['names and repositories of another list', table(['Venue', 'Code'], ['CVPR', 'https://github.com/a/b'], ['CVPR', 'https://github.com/a/b/c'])],
    ['a paper under two headings', `${table(papers, ['One', arxiv('2401.00001')])}\n${table(papers, ['Two', arxiv('2401.00001')])}`],
    ['other addresses', table(models, model('One', { code: '[G](https://a.org)' }), model('Two', { code: '[G](https://a.org)' }))],
  ])('leaves %s', (_, text) => expect(found('same-identity', text)).toEqual([]))
})

describe('broken-padding', () => {
  const padded = '| Title | Paper |\n| :---- | :---- |\n| One   | a     |\n| Two   | b     |\n| Three | c     |\n'

  it.each([
    ['too few blanks', '| Two   | b     |', '| Two | b |'],
    ['too many', '| Two   | b     |', '| Two     | b     |'],
    ['no gap', '| Two   | b     |', '|Two   |b     |'],
    ['blanks behind', '| Two   | b     |', '| Two   | b     |  '],
  ])('pads a row with %s', (_, right, wrong) => {
    const text = padded.replace(right, wrong)
    expect(found('broken-padding', text)).toEqual(['4:1 This row is not padded as its table is.'])
    expect(fixed('broken-padding', text)).toBe(padded)
  })
  it('widens the table for a row that is longer', () => {
    const text = padded.replace('| Two   | b     |', '| A longer title | b |')
    expect(fixed('broken-padding', text)).toBe(
      '| Title          | Paper |\n| :------------- | :---- |\n| One            | a     |\n| A longer title | b     |\n| Three          | c     |\n',
    )
  })
  it('leaves a row that its own table pads so, and only the measure of another has otherwise', () => {
    const text = [
      '| Model    | Subfield | Paper    | Code | Base | Pre-Training Data |',
      '| --- | --- | --- | --- | --- | --- |',
      '| 医学模型     | -        | -        | -    | -    | -        |',
      '| CardioNet | -        | 𐀀𐀀 !𐀀𐀀 | -    | -    | -        |',
      '| CardioNet | -        | none named | -    |',
      '| **CardioNet** | -        | <!-- c --> |',
      '| LungFormer | -        | -        | -    | -    | -        |',
      '',
      '| Model     | Subfield | Paper | Code | Base | Pre-Training Data |',
      '| --------- | -------- | ----- | ---- | ---- |',
      '| CardioNet | -        | -     | -    | -    | -                 |',
      '',
    ].join('\n')
    expect(found('broken-padding', text)).toEqual([])
  })
  it('leaves a row with other cells than columns to a person', () => {
    const text = padded.replace('| Two   | b     |', '| Two | b | c |')
    expect(findingsOf('broken-padding', text)).toMatchObject([{ fix: [] }])
  })
  it.each([
    ['a padded table', padded],
    ['a compact table', table(papers, ['One', 'a'], ['Two long', 'b'])],
    ['a table whose rows follow no rule', padded.replace('| One   | a     |', '| One | a |').replace('| Two   | b     |', '|Two | b |')],
    [
      'a table that no one cap explains',
      '| Title | Papers |\n| :---- | :----- |\n| A long title | a      |\n| Two   | a long paper |\n| Three | c |\n| Four  | d      |\n| Five  | ee     |\n',
    ],
    ['a table with a header of its own', padded.replace('| Title | Paper |', '| Title | Paper |  ')],
  ])('leaves %s', (_, text) => expect(found('broken-padding', text)).toEqual([]))
})

describe('ragged-row', () => {
  it('tells what is hidden, and notes what is missing', () => {
    const text = table(papers, ['One', 'a', 'b'], ['Two'], ['Three', 'c', ''], ['Four', 'd'])
    expect(findingsOf('ragged-row', text).map(({ severity, message, place }) => `${severity} ${place.line}:${place.column} ${message}`)).toEqual([
      'warning 3:13 This row has 3 cells in a table of 2 columns, and GitHub hides the rest: a pipe in it may want a backslash.',
      'note 4:3 This row has 1 cell in a table of 2 columns.',
      'note 5:3 This row has 3 cells in a table of 2 columns.',
    ])
  })
})

describe('ragged-row, of many rows', () => {
  it('tells of them once', () =>
    expect(found('ragged-row', table(papers, ['a'], ['b'], ['c'], ['d'], ['e', 'f', 'g']))).toEqual([
      '3:3 This row and 3 others have more or fewer cells than the 2 columns of their table.',
      '7:11 This row has 3 cells in a table of 2 columns, and GitHub hides the rest: a pipe in it may want a backslash.',
    ]))
})

describe('star-footnote', () => {
  const starred = table(models, model('One', { data: 'PMC*' }), model('Two', { data: '*' }))
  const plain = table(models, model('One', { data: 'PMC' }))

  it('misses the line that explains the stars', () => {
    expect(found('star-footnote', starred)).toEqual(['3:3 This row and another have a star, and no line says what it means.'])
    expect(found('star-footnote', table(models, ...['A', 'B', 'C'].map((name) => model(name, { data: '*' }))))).toEqual([
      '3:3 This row and 2 others have a star, and no line says what it means.',
    ])
    expect(found('star-footnote', table(models, model('One', { data: '*' })))).toEqual(['3:3 This row has a star, and no line says what it means.'])
    expect(found('star-footnote', `* a bullet, and **bold**\n\n${starred}`)).toHaveLength(1)
  })
  it('misses the stars of the line that explains them', () =>
    expect(found('star-footnote', `A star (*) shows more than three sources.\n\n${plain}`)).toEqual(['1:3 This explains a star, and no row has one.']))
  it.each([
    ['A star (*) shows more than three sources.', starred],
    ['\\* more than three sources', starred],
    ['<sup>*</sup> more than three sources', starred],
    ['More than three sources are marked (*).', starred],
    ['An asterisk \\* stands for more.', starred],
    ['Give us a star!', plain],
    ['A star (*) is a prize.', table(papers, ['One*', 'a'])],
    ['', plain],
  ])('%s is well', (line, list) => expect(found('star-footnote', `${line}\n\n${list}`)).toEqual([]))
})

describe('odd-label', () => {
  const rows = (...labels: string[]) => table(datasets, ...labels.map((label, index) => [`D${index}`, 'd', `[${label}](https://a.org/${index})`]))
  const usual = ['Official site', 'Official site', 'Official site']

  it.each([
    ['Official cite', 'Official site'],
    ['Offical site', 'Official site'],
    ['official Site', 'Official site'],
  ])('%s becomes %s', (odd, right) => {
    expect(found('odd-label', rows(...usual, odd))).toEqual([`6:13 The label "${odd}" is "${right}" in 3 other links of this field.`])
    expect(fixed('odd-label', rows(...usual, odd))).toBe(rows(...usual, right))
  })
  it('knows the usual words where a list has them wrong throughout', () =>
    expect(fixed('odd-label', rows('Official cite', 'Official cite', 'Gihub', 'Hugginface'))).toBe(rows('Official site', 'Official site', 'GitHub', 'Hugging Face')))
  it.each([
    ['a label that is as frequent', rows(...usual, 'Official cite', 'Official cite', 'Official cite').replaceAll('cite', 'sites')],
    ['other words', rows(...usual, 'Kaggle', 'Github', 'Huggingface', 'GitLab', 'Web site', 'Arxiv')],
    ['acronyms', rows('ECCVW', 'ECCVW', 'ECCVW', 'ICCVW')],
    ['numbers', rows('Part 01', 'Part 01', 'Part 01', 'Part 02')],
    ['a plural', rows('Dataset', 'Dataset', 'Dataset', 'Datasets')],
    ['titles', table(papers, ['A', '[A model](https://a.org)'], ['B', '[A modal](https://b.org)'])],
    ['short words', rows('Code', 'Code', 'Code', 'Core')],
    ['images', rows('a', 'b', 'c').replaceAll('[', '![')],
    ['a label between two', rows('Site one', 'Site one', 'Site one', 'Site ona', 'Site ona', 'Site ona', 'Site onx')],
  ])('leaves %s', (_, text) => expect(found('odd-label', text)).toEqual([]))
})

describe('unfit-cell', () => {
  it('tells where the cell is and what it says', () => {
    const long = `see ${'the page '.repeat(9)}below`
    const text = table(models, model('One', { code: 'soon' }), model('Two', { code: '' }), model('Three', { paper: long }), model('Four'), model('Five'))
    expect(found('unfit-cell', text)).toEqual([
      '3:25 "soon" does not fit the field "code" and is kept as written.',
      '4:26 This empty cell does not fit the field "code" and is kept as written.',
      `5:23 "${long.slice(0, 60)}…" does not fit the field "paper" and is kept as written.`,
    ])
  })
  it('places a cell that is missing behind the last', () =>
    expect(found('unfit-cell', '| Model | Base |\n| --- | --- |\n| One |\n')).toEqual(['3:6 This empty cell does not fit the field "base" and is kept as written.']))
  it('knows no unfit cell in another list', () => expect(found('unfit-cell', table(papers, ['', 'x']))).toEqual([]))
})
