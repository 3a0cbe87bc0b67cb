import fc from 'fast-check'
import { micromark } from 'micromark'
import { gfmTable, gfmTableHtml } from 'micromark-extension-gfm-table'
import { expect, it } from 'vitest'
import { splitLines } from './lines'
import { splitRow } from './row'
import { findTables } from './tables'

// Another parser of the same markdown as oracle: what GitHub's own specification was written after.
function oracle(text: string): string[][][] {
  const html = micromark(text, { extensions: [gfmTable()], htmlExtensions: [gfmTableHtml()] })
  return [...html.matchAll(/<table>([^]*?)<\/table>/g)].map(([, table = '']) =>
    [...table.matchAll(/<tr>([^]*?)<\/tr>/g)].map(([, row = '']) => [...row.matchAll(/<t[hd][^>]*>([^]*?)<\/t[hd]>/g)].map(([, cell = '']) => cell)),
  )
}

function ours(text: string): string[][][] {
  const lines = splitLines(text)
  return findTables(text).map(({ start, end }) => {
    const [header = [], ...rows] = lines.slice(start, end).filter((_, index) => index !== 1).map((line) => splitRow(line.text))
    // A row has as many cells as its header: missing ones are empty, further ones are nobody's.
    return [header, ...rows.map((row) => header.map((_, column) => row[column] ?? ''))].map((row) => row.map((cell) => cell.replaceAll('\\|', '|')))
  })
}

// Cells whose markdown is its own HTML, so that what differs is where tables and cells begin and end.
const cell = fc.constantFrom('a', 'bb', 'a b', '-', '', '漢字', '🜚', 'x\\|y', '\\|', ' ', '\t')
const row = fc.tuple(fc.array(cell, { minLength: 2, maxLength: 4 }), fc.boolean(), fc.boolean()).map(([cells, open, close]) => (open ? '|' : '') + cells.join('|') + (close ? '|' : ''))
const delimiter = fc.array(fc.constantFrom('-', ':-', '-:', ':-:', '---', ' --- '), { minLength: 2, maxLength: 4 }).map((marks) => `|${marks.join('|')}|`)
const line = fc.oneof(row, row, row, delimiter, delimiter, fc.constantFrom('', 'prose', '# H', '| a | b |', '|---|---|'))
const documents = fc.array(line, { maxLength: 12 }).map((lines) => `${lines.join('\n')}\n`)

it('finds the tables, rows and cells that another GFM parser finds', () => {
  fc.assert(
    fc.property(documents, (text) => {
      const tables = oracle(text)
      // markdown-it knows a table of one column by the pipe in its header, the oracle without; no kind of ours has one.
      fc.pre(tables.every(([header = []]) => header.length > 1))
      expect(ours(text)).toEqual(tables)
    }),
  )
})
