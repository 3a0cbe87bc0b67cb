import fc from 'fast-check'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { rowText } from './frame'
import { parse, type Section } from './parse'
import { render } from './render'
import { dear } from './testing/cases'
import { documents as nasty } from './testing/nasty-markdown'

const seed = readFileSync(new URL('../../prisma/seed.README.md', import.meta.url), 'utf8')

function sectionsOf(text: string): Section[] {
  return parse(text).parts.flatMap((part) => ('section' in part ? [part.section] : []))
}

describe('the seed', () => {
  it('is the one that the project began with', () =>
    expect(createHash('sha256').update(seed).digest('hex')).toBe('c25db39e3d489009fb253d7d83da2113f5f913f47ce525dcf8b87ccdeb6a2eec'))

  it('has ten sections in its order, all padded up to 60', () => {
    expect(sectionsOf(seed).map(({ kind, heading, rows }) => `${kind} ${heading} ${rows.length}`)).toEqual([
      'model Language Models 22',
      'model Vision Models 8',
      'model Vision-Language Models 24',
      'model Protein and Molecule Models 6',
      'model Other Models 3',
      'dataset Text 17',
      'dataset Imaging 10',
      'dataset Genomics 3',
      'dataset Drug 4',
      'dataset Mulit-Modal 16',
    ])
    for (const { frame, rows } of sectionsOf(seed)) {
      expect(frame.layout).toMatchObject({ style: 'padded', cap: 60, exact: true })
      expect(rows.every(({ verbatim }) => verbatim === null)).toBe(true)
    }
  })

  it('has no cell that does not fit', () => expect(parse(seed).problems).toEqual([]))
  it('comes back to the byte', () => expect(render(structuredClone(parse(seed).parts))).toBe(seed))

  it.each(['\r\n', '\r'])('comes back with other line ends', (eol) => {
    const text = seed.replaceAll('\n', eol)
    expect(render(structuredClone(parse(text).parts))).toBe(text)
    expect(sectionsOf(text)).toHaveLength(10)
  })

  it('comes back cut off anywhere', () => {
    fc.assert(
      fc.property(fc.nat(seed.length), (end) => {
        const text = seed.slice(0, end)
        expect(render(structuredClone(parse(text).parts))).toBe(text)
      }),
      dear(30),
    )
  })
})

// Lines that tables are made of and broken by; put together at random they make nearly every case there is.
const header = fc.constantFrom(
  '| Model | Subfield | Paper | Code | Base | Pre-Training Data |',
  '|Model|Base|',
  'Model | Paper',
  '| Dataset (Paper) | Description | Link |',
  '| dataset | link |',
  '| Unknown | Columns |',
)
const delimiter = fc.constantFrom('| :--- | :---: | ---: | --- | - | -- |', '|---|---|', '--- | ---', '| :- | - | -: |', '| --- |')
const cell = fc.constantFrom('-', '*', 'a', ' b ', '\\|', '`x|y`', '[t](https://a.b)', '漢字', '🜚', '\t', '', '\u200b', '\0', 'A + B*')
const row = fc.array(cell, { maxLength: 7 }).map((cells) => `| ${cells.join(' | ')} |`)
const line = fc.oneof(
  ...[header, header, delimiter, delimiter, row, row, row],
  fc.constantFrom('', '# H', '### Models', '```', '> | a | b |', '- | a |', '<div>', '</div>', '    | code | x |', '<<<<<<< HEAD', '=======', '| a', 'a |', '\ufeff'),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
)
const eol = fc.constantFrom('\n', '\n', '\n', '\r\n', '\r', '')
const documents = fc.array(fc.tuple(line, eol), { maxLength: 24 }).map((lines) => lines.map((pair) => pair.join('')).join(''))

describe('any text', () => {
  it('is its own bytes as long as nobody touched it', () =>
    fc.assert(fc.property(documents, (text) => render(parse(text).parts) === text), dear(5)))

  it('comes back as it was', () =>
    fc.assert(
      fc.property(fc.oneof(documents, nasty, fc.string({ unit: 'binary' })), (text) => {
        expect(render(structuredClone(parse(text).parts))).toBe(text)
      }),
    ))

  it('parses the same after a round trip', () =>
    fc.assert(
      fc.property(fc.oneof(documents, nasty), (text) => {
        const once = parse(text)
        expect(parse(render(structuredClone(once.parts)))).toEqual(once)
      }),
    ))
})

describe('tables', () => {
  const model = (rows: string, eolOf = '\n') => `| Model | Base |\n| :---- | :--- |\n${rows}`.replaceAll('\n', eolOf)

  it('are found under their heading, in quotes and lists too, but in no code', () => {
    const text = `# A\n\n> | Model | Base |\n> | --- | --- |\n> | a | b |\n\n\`\`\`\n| Model | Base |\n| --- | --- |\n\`\`\`\n\n## B\n\n${model('| a     | b    |\n')}`
    expect(sectionsOf(text).map(({ heading, rows }) => [heading, rows[0]?.cells])).toEqual([['A', ['a', 'b']], ['B', ['a', 'b']]])
  })

  it('a row that no rule gives back keeps its bytes and makes the table as-is', () => {
    const [section] = sectionsOf(model('| a     | b    |\n|c|d|\n'))
    expect(section?.rows.map(({ verbatim }) => verbatim)).toEqual([null, '|c|d|\n'])
    expect(section?.frame.layout.exact).toBe(false)
  })

  it('compact tables are known as such', () => {
    const [section] = sectionsOf('|Model|Base|\n|---|---|\n|a|b|\n|long name|c|\n')
    expect(section?.frame.layout).toMatchObject({ style: 'compact', gap: '', exact: true })
  })

  it('a document may end inside its last row', () => {
    const text = model('| a     | b    |')
    const [section] = sectionsOf(text)
    expect(section?.frame.openEnd).toBe(true)
    expect(render(structuredClone(parse(text).parts))).toBe(text)
  })

  it('a pipe after an escaped backslash ends the cell, as GitHub has it', () => {
    const [section] = sectionsOf('|Model|Base|\n|---|---|\n|a\\\\|b|\n')
    expect(section?.rows[0]?.cells).toEqual(['a\\\\', 'b'])
  })

  it('are measured as most of their cells show it', () => {
    const [section] = sectionsOf('| Model  | Base |\n| :----- | :--- |\n| 🜚🜚🜚🜚🜚🜚 | b    |\n')
    expect(section?.frame.layout).toMatchObject({ measure: 'columns', exact: true })
    expect(rowText(section?.frame as never, ['🜚', 'x'])).toBe('| 🜚      | x    |')
  })

  it('are padded as their header is where as many rows say so as deny it', () => {
    const [section] = sectionsOf('| Model | Base   |\n| :---- | :----- |\n| a     | b |\n| long  | longer base |\n')
    expect(section?.frame).toMatchObject({ widths: [5, 6], verbatim: { header: null } })
  })

  it('share the one cap that shows in a document, where they fit under it', () => {
    const capped = (name: string) => `| Model      | Base |\n| :--------- | :--- |\n| ${name.padEnd(10)} | b    |\n\n`
    const wide = '| Model         | Base |\n| :------------ | :--- |\n| thirteen long | b    |\n\n'
    const compact = '|Model|Base|\n|---|---|\n|a|b|\n\n'
    const caps = (text: string) => sectionsOf(text).map(({ frame }) => frame.layout.cap)
    const fit = model('| a     | b    |\n\n')
    expect(caps(capped('a name that is cut off') + fit + wide + compact)).toEqual([10, 10, null, null])
    expect(caps(fit + wide)).toEqual([null, null])
  })

  it('says where a cell does not fit its field', () => {
    const [problem] = parse('# M\n\n| Model | Code |\n| :---- | :--- |\n| a     | b    |\n').problems
    expect(problem).toMatchObject({ line: 5, column: 11 })
  })

  it.each([
    ['| **b** a | b    |', [3, 13]],
    ['| ab    | b    |', [11]],
    ['|ab|b', [5]],
    ['| ab |', [7]],
  ])('the column of %j is the cell’s own', (text, columns) =>
    expect(parse(`| Model | Code |\n| :---- | :--- |\n${text}\n`).problems.map(({ column }) => column)).toEqual(columns),
  )
})
