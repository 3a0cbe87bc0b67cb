import fc from 'fast-check'
import { parse, postprocess, preprocess } from 'micromark'
import { gfmTable } from 'micromark-extension-gfm-table'
import { expect, it } from 'vitest'
import { splitLines } from './lines'
import { splitRow } from './row'
import { findTables } from './tables'

interface Found {
  start: number
  rows: string[][]
}

// Another parser of the same markdown as oracle: what GitHub's own specification was written after.
function oracle(text: string): Found[] {
  const events = postprocess(parse({ extensions: [gfmTable()] }).document().write(preprocess()(text, 'utf8', true)))
  const tables: Found[] = []
  let row: string[] | undefined
  for (const [way, token, context] of events) {
    if (way === 'exit') continue
    if (token.type === 'table') tables.push({ start: token.start.line - 1, rows: [] })
    else if (token.type === 'tableRow') tables.at(-1)?.rows.push((row = []))
    else if (token.type === 'tableDelimiterRow') row = undefined
    else if (token.type === 'tableHeader' || token.type === 'tableData') row?.push('')
    else if (token.type === 'tableContent') row?.splice(-1, 1, context.sliceSerialize(token))
  }
  return tables.map(({ start, rows }) => ({ start, rows: asWideAsHeader(rows) }))
}

function ours(text: string): Found[] {
  const lines = splitLines(text)
  return findTables(text).map(({ start, end, offsets }) => {
    const rowsOf = lines.slice(start, end).map((line, index) => splitRow(line.text, offsets[index]))
    return { start, rows: asWideAsHeader(rowsOf.filter((_, index) => index !== 1)) }
  })
}

/** A row has as many cells as its header: missing ones are empty, further ones are nobody's. */
function asWideAsHeader(rows: string[][]): string[][] {
  return rows.map((row) => (rows[0] as string[]).map((_, column) => row[column] ?? ''))
}

// Cells whose markdown is its own HTML, so that what differs is where tables and cells begin and end.
const cell = fc.constantFrom('a', 'bb', 'a b', '-', '', '漢字', '🜚', 'x\\|y', '\\|', ' ', '\t')
const row = fc
  .tuple(fc.array(cell, { minLength: 1, maxLength: 4 }), fc.boolean(), fc.boolean())
  .map(([cells, open, close]) => (open ? '|' : '') + cells.join('|') + (close ? '|' : ''))
  // A lone pipe is a row for the oracle, and none for GitHub; a lone dash is a list, as above.
  .filter((text) => !/^\s*[|-]\s*$/.test(text))
const delimiter = fc
  .tuple(fc.array(fc.constantFrom('-', ':-', '-:', ':-:', '---', ' --- ', '\t-'), { minLength: 1, maxLength: 4 }), fc.boolean(), fc.boolean())
  .map(([marks, open, close]) => (open ? '|' : '') + marks.join('|') + (close ? '|' : ''))
  .filter((text) => text.trim() !== '-')
const block = fc.constantFrom(
  ...['', '', 'prose', '# H', '#a', '***', '---', '===', '```', '~~~', '| a | b |', '|---|---|', ':-', 'a', '2.a', '-a', '*a'],
  ...['<div>', '</div>', '<b>x', '<!-- a | b', '-->', '[a]: b', '[a]: b | c'],
)
const line = fc.oneof({ weight: 3, arbitrary: row }, { weight: 3, arbitrary: delimiter }, { weight: 2, arbitrary: block })
const indent = fc.constantFrom('', '', '', '', ' ', '   ', '    ', '\t')
// A list's paragraph goes on in lines that are not indented, of which markdown-it thinks otherwise: a list only stands last.
const last = fc.constantFrom([], [], ['2. a'], ['+ a'], ['* a | b'], ['-'], ['1.'])
const lines = fc
  .tuple(fc.array(fc.tuple(indent, line).map((pair) => pair.join('')), { maxLength: 8 }), last)
  .map((both) => both.flat())
const container = fc.constantFrom(
  ...[['> ', '> '], ['>', '>'], ['>> ', '>> '], ['- ', '  '], ['1. ', '   '], ['-\t', '\t'], ['> - ', '>   '], ['- > ', '  > '], ['>\t', '>\t']],
)
const nested = fc.tuple(container, lines).map(([[first, rest], all]) => all.map((each, index) => (index === 0 ? first + each.trimStart() : rest + each)))
const quoted = lines.map((all) => [...all.map((each) => `> ${each}`), '| a | b |'])
const documents = fc
  .oneof(lines, nested, quoted, fc.tuple(lines, nested, lines).map((all) => all.flatMap((each) => [...each, '', '***', ''])))
  .map((all) => `${all.join('\n')}\n`)

it('finds the tables, rows and cells that another GFM parser finds', () => {
  fc.assert(
    fc.property(documents, (text) => {
      expect(ours(text)).toEqual(oracle(text))
    }),
  )
})
