import fc from 'fast-check'
import { table, writeTable, type NastyTable } from './nasty-table'

/** A stretch of a document: a heading, a table, or any other lines. */
export type Block = { heading: string } | { table: NastyTable } | { lines: string[] }

/** A document before it is written. */
export interface NastyDocument {
  blocks: Block[]
  /** Blank lines, or none, behind each block in turn. */
  gaps: string[][]
  /** Line ends; which a line has follows from its text, so that it keeps it wherever it goes. */
  ends: string[]
  bom: boolean
  /** Whether the last line lacks its end. */
  open: boolean
}

const someTable = ['| Model | Base |', '| --- | --- |', '| a | b |']
const around = (before: string, lines: readonly string[], after: string) => [before, ...lines, after]
const within = (mark: string) => someTable.map((line) => mark + line)

/** Lines that are no table of the list, however much some look it; a few change what follows them. */
const others: string[][] = [
  ...[['A sentence of prose, [linked](https://example.org/a_b).'], ['Two lines', 'of one paragraph.']],
  ...[['Last updated: 2025/04/11'], ['---'], ['***'], ['[id]: https://example.org "t"']],
  ...[['- one', '- two', '  - deeper', '', '  more of two'], ['1. [Models](#models)', '2. [Data](#data)']],
  ...[['- [ ] open', '- [x] done'], ['> said', '> | a | b |', '> | - | - |', 'lazy']],
  ...[within('> '), within('    '), within('\t'), ['- item', '', ...within('  ')], ['* a', '  * b', ...within('    ')]],
  ...[around('```', someTable, '```'), around('~~~ md', someTable, '~~~'), around('````', ['```', ...someTable], '````')],
  ...[['```', 'never closed']],
  ...[around('<div align="center">', someTable, '</div>'), ['<details><summary>More</summary>', ''], ['</details>']],
  ...[around('<!--', someTable, '-->'), ['<!-- never closed'], ['<br>']],
  ...[['Setext heading', '======'], ['Another', '---'], ['| no | delimiter |'], ['| a | b |', '| --- |'], ['a | b', '--|:-:']],
  ...[['| - | - |', '| - | - |'], ['|', '|-|', '|'], ['||', '|-|-|']],
  ...[['prose that a table follows', ...someTable], [...someTable, 'a row without a pipe', '| c |'], [...someTable, '> quote']],
  ...[['<<<<<<< HEAD', '| a | b |', '=======', '| a | c |', '>>>>>>> other']],
  ...[['漢字の文。'], ['\u202eturned'], ['\0'], ['\u000c'], ['a\u2028b'], ['\u200b'], ['   '], ['\t'], ['trailing  '], ['hard\\']],
  ...[['\\'], ['~~~'], ['$$x|y$$'], ['Footnote[^1]', '', '[^1]: so']],
]
const headings = [
  ...['# List', '## Models', '## Models', '### Data and more', '## 漢字', '## [Linked](https://example.org) `code`'],
  ...['####### none', '#none', '## ', '## Models ##', '   ## Indented'],
]

const heading: fc.Arbitrary<Block> = fc.constantFrom(...headings).map((text) => ({ heading: text }))
const prose: fc.Arbitrary<Block> = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom(...others) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.split(/\r\n|\r|\n/)) },
).map((lines) => ({ lines }))

/** Blocks of every sort; tables prevail. */
export const block: fc.Arbitrary<Block> = fc.oneof(
  { weight: 5, arbitrary: table.map((one) => ({ table: one })) },
  { weight: 3, arbitrary: heading },
  { weight: 3, arbitrary: prose },
)

const same = [['\n'], ['\n'], ['\n'], ['\n'], ['\r\n'], ['\r\n'], ['\r']]
const mixed = [['\n', '\r\n'], ['\n', '\n', '\n', '\r'], ['\r\n', '\r', '\n']]

/** Line ends of a document: of one sort, or mixed. */
export const lineEnds: fc.Arbitrary<string[]> = fc.constantFrom(...same, ...mixed)

/** Documents before they are written. */
export const nastyDocument: fc.Arbitrary<NastyDocument> = fc.record({
  blocks: fc.array(block, { maxLength: 8 }),
  gaps: fc.array(fc.constantFrom([''], [''], [''], [''], ['', ''], [], ['  ']), { minLength: 8, maxLength: 8 }),
  ends: lineEnds,
  bom: fc.nat(19).map((chance) => chance === 0),
  open: fc.nat(9).map((chance) => chance === 0),
})

/** The lines of a document, without their ends. */
export function writeLines({ blocks, gaps }: NastyDocument): string[] {
  return blocks.flatMap((one, index) => [...linesOf(one), ...(gaps[index % gaps.length] as string[])])
}

function linesOf(one: Block): string[] {
  if ('table' in one) return writeTable(one.table)
  return 'heading' in one ? [one.heading] : one.lines
}

/** Puts lines together into the document's text. */
export function joinText(lines: readonly string[], { ends, bom, open }: Pick<NastyDocument, 'ends' | 'bom' | 'open'>): string {
  const last = lines.length - 1
  const text = lines.map((line, index) => (open && index === last ? line : line + endOf(line, ends))).join('')
  return (bom ? '\ufeff' : '') + text
}

function endOf(line: string, ends: readonly string[]): string {
  const sum = [...line].reduce((total, char) => total + (char.codePointAt(0) as number), line.length)
  return ends[sum % ends.length] as string
}

/**
 * Texts of lists as the world keeps them, and worse: prose, headings, lists, quotes, fences and HTML with tables in them, tables
 * of all manners, wide and invisible characters, mixed line ends, byte-order marks, controls.
 */
export const documents: fc.Arbitrary<string> = nastyDocument.map((document) => joinText(writeLines(document), document))
