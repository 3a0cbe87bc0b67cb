import { expect, it } from 'vitest'
import type { LayoutChange } from '@/lib/readme/change'
import type { Frame, Layout } from '@/lib/readme/frame'
import { parse } from '@/lib/readme/parse'
import { layoutWords } from './layout-words'

const { parts } = parse('| Tool | Licence |\n| --- | --- |\n')
const frame = parts.flatMap((part) => ('section' in part ? [part.section.frame] : []))[0] as Frame
const layout = (change: Partial<Layout>): Layout => ({ ...frame.layout, exact: true, ...change })
const header = (...names: string[]) => ({ header: names })

it.each<[string, Partial<LayoutChange>, string[]]>([
  ['a column is renamed', { before: header('Tool', 'Licence'), after: header('Tool', '**License**') }, ['The column “Licence” is now called “License”.']],
  ['a column is renamed, without its old name', { after: header('Tool', 'License') }, ['The column “Licence” is now called “License”.']],
  ['a column comes', { after: header('Tool', 'Stars', 'Licence'), columns: [0, null, 1] }, ['New column “Stars”.']],
  ['a column without a header comes', { after: header('Tool', 'Licence'), columns: [0, 1, null] }, ['New column “”.']],
  ['a column goes', { after: header('Tool'), columns: [0] }, ['The column “Licence” goes, with its cells.']],
  ['columns change places', { after: header('Licence', 'Tool'), columns: [1, 0] }, ['Its columns stand in another order.']],
  ['columns change places under the same header', { columns: [1, 0] }, ['Its columns stand in another order.']],
  ['columns are aligned', { after: { align: ['left', 'right'] } }, ['Columns are aligned otherwise.']],
  ['padding goes', { before: { layout: layout({ style: 'padded' }) }, after: { layout: layout({ style: 'compact' }) } }, ['Cells are no longer padded to columns.']],
  ['padding comes', { before: { layout: layout({ style: 'compact' }) }, after: { layout: layout({ style: 'padded' }) } }, ['Cells are padded to columns.']],
  ['padding breaks', { before: { layout: layout({}) }, after: { layout: layout({ exact: false }) } }, ['Rows are no longer padded alike; from now on each keeps its own spacing.']],
  ['padding is mended', { before: { layout: layout({ exact: false }) }, after: { layout: layout({}) } }, ['Rows are padded alike again.']],
  ['the manner is another', { before: { layout: layout({ cap: 60 }) }, after: { layout: layout({ cap: null }) } }, ['Rows are written in another manner.']],
  ['line ends are others', { after: { eol: '\r\n' } }, ['Lines end with CRLF.']],
  ['line ends are strange', { after: { eol: '\v' } }, ['Lines end with another line end.']],
  ['the last line end goes', { after: { openEnd: true } }, ['The README ends without a line end.']],
  ['the last line end comes', { after: { openEnd: false } }, ['The README ends with a line end.']],
  ['a row is spaced by hand', { lines: { a: '|a|\n' } }, ['One row is spaced by hand.']],
  ['rows are spaced by hand, others no more', { lines: { a: '|a|\n', b: '|b|\n', c: null } }, ['2 rows are spaced by hand.', 'One row follows the table’s layout again.']],
  ['rows are spaced by hand no more', { lines: { a: null, b: null } }, ['2 rows follow the table’s layout again.']],
  ['the header is spaced by hand', { after: { verbatim: { header: '|a|\n', delimiter: null } } }, ['The lines of its header are spaced by hand.']],
  ['the delimiter is spaced by hand', { after: { verbatim: { header: null, delimiter: '|-|\n' } } }, ['The lines of its header are spaced by hand.']],
  ['the header is spaced by hand no more', { after: { verbatim: { header: null, delimiter: null } } }, ['The table’s columns get another width.']],
  ['widths change', { after: { widths: [4, 9] } }, ['The table’s columns get another width.']],
])('says that %s', (_, change, words) => expect(layoutWords(frame, { op: 'layout', section: 's', before: {}, after: {}, ...change })).toEqual(words))

it('says what it can of a table that is gone', () =>
  expect(layoutWords(undefined, { op: 'layout', section: 's', before: {}, after: header('Tool'), columns: [0] })).toEqual(['The column “” is now called “Tool”.']))
