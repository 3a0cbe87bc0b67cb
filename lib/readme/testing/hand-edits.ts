import fc from 'fast-check'
import { joinText, nastyDocument, writeLines, type Block, type NastyDocument } from './nasty-markdown'
import { around, changed, changedWhere, inserted, moved, without } from './places'
import { means, tableEdits, type Means } from './table-edits'

type Edit = (document: NastyDocument, means: Means) => NastyDocument

/** What hands do to the rest of a document. */
const documentEdits: Record<string, Edit> = {
  renameHeading: (one, { at, name }) => ({
    ...one,
    blocks: changedWhere(
      one.blocks,
      at,
      (each) => 'heading' in each,
      () => ({ heading: `## ${name}` }),
    ),
  }),
  editProse: (one, { at, to, cell: text }) => ({
    ...one,
    blocks: changedWhere(
      one.blocks,
      at,
      (each) => 'lines' in each,
      (each) => ('lines' in each ? { lines: changed(each.lines, to, (line) => `${line} ${text}`) } : each),
    ),
  }),
  addTable: (one, { at, table: added }) => ({ ...one, blocks: inserted(one.blocks, at, { table: added }) }),
  addBlock: (one, { at, block: added }) => ({ ...one, blocks: inserted(one.blocks, at, added) }),
  removeBlock: (one, { at }) => ({ ...one, blocks: without(one.blocks, at) }),
  moveBlock: (one, { at, to }) => ({ ...one, blocks: moved(one.blocks, at, to) }),
  duplicateBlock: (one, { at, to }) =>
    one.blocks.length === 0
      ? one
      : { ...one, blocks: inserted(one.blocks, to, one.blocks[around(at, one.blocks.length)] as Block) },
  moveGaps: (one, { at, to }) => ({ ...one, gaps: moved(one.gaps, at, to) }),
  changeEnds: (one, { ends }) => ({ ...one, ends }),
  toggleMark: (one) => ({ ...one, bom: !one.bom }),
  toggleEnd: (one) => ({ ...one, open: !one.open }),
  empty: (one) => ({ ...one, blocks: [] }),
}

/** What tools and accidents do to lines, whatever they are. */
const lineEdits: Record<string, (lines: string[], means: Means) => string[]> = {
  conflict: (lines, { at, to, cell: text }) => {
    const start = around(at, lines.length + 1)
    const stop = start + (to % 3)
    return [
      ...lines.slice(0, start),
      '<<<<<<< HEAD',
      ...lines.slice(start, stop),
      '=======',
      text,
      '>>>>>>> theirs',
      ...lines.slice(stop),
    ]
  },
  dropLine: (lines, { at }) => without(lines, at),
  repeatLine: (lines, { at }) => (lines.length === 0 ? lines : inserted(lines, at, lines[around(at, lines.length)] as string)),
  splitLine: (lines, { at, to }) =>
    lines
      .flatMap((line, index) => (index === around(at, lines.length) ? [line.slice(0, to % 20), line.slice(to % 20)] : [line]))
      .map((line) => line.toWellFormed()),
  addLine: (lines, { at, cell: text }) => inserted(lines, at, text),
  blankLine: (lines, { at }) => inserted(lines, at, ''),
  trailBlanks: (lines) => lines.map((line) => line.trimEnd()),
}

const edit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 14, arbitrary: fc.constantFrom(...Object.values(tableEdits)).map(onTable) },
  { weight: 5, arbitrary: fc.constantFrom(...Object.values(documentEdits)) },
)
const accident = fc.constantFrom(...Object.values(lineEdits))

/** An edit of one of the document's tables; of a document without any, it adds one. */
function onTable(change: (typeof tableEdits)[string]): Edit {
  return (one, given) => {
    const edited = (each: Block) => ('table' in each ? { table: change(each.table, given) } : each)
    const blocks = changedWhere(one.blocks, given.at + given.to, (each) => 'table' in each, edited)
    return {
      ...one,
      blocks: blocks.some((each) => 'table' in each) ? blocks : inserted(blocks, given.at, { table: given.table }),
    }
  }
}

/** A document as it was and as a hand left it: one to four edits of its tables, its prose, its lines; rarely none that shows. */
export const editedPairs: fc.Arbitrary<{ before: string; after: string }> = fc
  .tuple(
    nastyDocument,
    fc.array(fc.tuple(edit, means), { minLength: 1, maxLength: 4 }),
    fc.array(fc.tuple(accident, means), { maxLength: 2 }),
    fc.nat(3),
  )
  .map(([document, edits, accidents, chance]) => {
    const edited = edits.reduce((one, [change, given]) => change(one, given), document)
    const lines = (chance === 0 ? accidents : []).reduce((all, [change, given]) => change(all, given), writeLines(edited))
    return { before: joinText(writeLines(document), document), after: joinText(lines, edited) }
  })

/** The same document edited by two hands apart, for what merges them. */
export const editedTwice: fc.Arbitrary<{ base: string; ours: string; theirs: string }> = fc
  .tuple(nastyDocument, ...[0, 1].map(() => fc.array(fc.tuple(edit, means), { minLength: 1, maxLength: 3 })))
  .map(([document, ...hands]) => {
    const [base, ours, theirs] = [[], ...hands].map((edits) => {
      const edited = edits.reduce((one, [change, given]) => change(one, given), document)
      return joinText(writeLines(edited), edited)
    }) as [string, string, string]
    return { base, ours, theirs }
  })
