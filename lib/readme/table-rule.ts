import type { StateBlock } from 'markdown-it'

const code = { tab: 9, lineFeed: 10, space: 32, dash: 45, colon: 58, pipe: 124, backslash: 92 }

// What a line can begin with that is another block than a table's row: heading, bullet, quote, fence, number, tag.
const starters = new Set([...'#*+->_`~<0123456789'].map((char) => char.charCodeAt(0)))

// A whole line that is one open or closing tag of any name: it ends a table, though it never ends a paragraph.
const attribute = /[ \t]+[A-Za-z_:][\w.:-]*(?:[ \t]*=[ \t]*(?:"[^"]*"|'[^']*'|[^ \t"'=<>`]+))?/.source
const loneTag = new RegExp(`^<(?:[A-Za-z][A-Za-z0-9-]*(?:${attribute})*[ \\t]*/?|/[A-Za-z][A-Za-z0-9-]*[ \\t]*)>[ \\t]*$`)

/**
 * A rule of markdown-it's block phase that takes a table as one token: its lines (`map`), and in `meta` where in each of
 * these lines the row begins. The stock rule makes tokens of every cell, which costs as much as all the rest. What a table is
 * follows GitHub's parser (cmark-gfm): a header, a delimiter of as many cells, rows up to a blank line or another block.
 */
export function tableRule(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (!isTable(state, startLine, endLine)) return false
  if (silent) {
    state.env[interrupted] = startLine
    return true
  }
  const end = endOfRows(state, startLine + 2, endLine)
  const token = state.push('table', 'table', 0)
  token.map = [startLine, end]
  token.meta = { offsets: Array.from({ length: end - startLine }, (_, index) => offsetInLine(state, startLine + index)) }
  state.line = end
  return true
}

const interrupted = 'line at which a table ends a paragraph'

/**
 * Goes before all other rules: a table that ends a paragraph may begin with what would begin another block, had no paragraph
 * stood before it (`2. a`).
 */
export function interruptingTableRule(state: StateBlock, startLine: number, endLine: number): boolean {
  return state.env[interrupted] === startLine && tableRule(state, startLine, endLine, false)
}

function isTable(state: StateBlock, header: number, endLine: number): boolean {
  const delimiter = header + 1
  if (delimiter >= endLine || !isInBlock(state, delimiter)) return false
  const marks = countMarks(state.src, contentOf(state, delimiter), state.eMarks[delimiter] as number)
  if (marks === 0 || isCode(state, header)) return false
  return countCells(state.src, contentOf(state, header), state.eMarks[header] as number) === marks
}

/** Whether the line goes on in the block around it, and not as indented code. */
function isInBlock(state: StateBlock, line: number): boolean {
  return (state.sCount[line] as number) >= state.blkIndent && !isCode(state, line)
}

function isCode(state: StateBlock, line: number): boolean {
  return (state.sCount[line] as number) - state.blkIndent >= 4
}

function contentOf(state: StateBlock, line: number): number {
  return (state.bMarks[line] as number) + (state.tShift[line] as number)
}

/** How far from the line's own beginning its content is: behind indentation, quote marks and bullets. */
function offsetInLine(state: StateBlock, line: number): number {
  const at = contentOf(state, line)
  return at - (at === 0 ? 0 : state.src.lastIndexOf('\n', at - 1) + 1)
}

/** The marks of a delimiter row, like `| :-- | --: |`; 0 where the line is none. Without a pipe or a colon it is a heading's or a break. */
function countMarks(src: string, from: number, to: number): number {
  let at = src.charCodeAt(from) === code.pipe ? from + 1 : from
  // A dash and a blank begin a list.
  if (at === from && src.charCodeAt(at) === code.dash && isBlank(src.charCodeAt(at + 1))) return 0
  let plain = at === from
  for (let marks = 1; ; marks++) {
    const end = skipMark(src, skipBlanks(src, at, to), to)
    if (end === -1) return 0
    plain = plain && src.charCodeAt(end - 1) === code.dash && src.charCodeAt(at) === code.dash
    at = skipBlanks(src, end, to)
    if (at === to) return plain ? 0 : marks
    if (src.charCodeAt(at) !== code.pipe) return 0
    plain = false
    at++
    if (skipBlanks(src, at, to) === to) return marks
  }
}

/** The end of `:?-+:?`; -1 where there is none. */
function skipMark(src: string, from: number, to: number): number {
  let at = src.charCodeAt(from) === code.colon ? from + 1 : from
  const dashes = at
  while (at < to && src.charCodeAt(at) === code.dash) at++
  if (at === dashes) return -1
  return at < to && src.charCodeAt(at) === code.colon ? at + 1 : at
}

/** The cells of a row, as lib/readme/row has them. */
function countCells(src: string, from: number, to: number): number {
  let at = src.charCodeAt(from) === code.pipe ? from + 1 : from
  let cells = 0
  let isOpen = false
  for (; at < to; at++) {
    const char = src.charCodeAt(at)
    if (char === code.pipe) {
      cells++
      isOpen = false
    } else if (!isBlank(char)) {
      isOpen = true
      if (char === code.backslash) at++
    }
  }
  return isOpen ? cells + 1 : cells
}

function skipBlanks(src: string, from: number, to: number): number {
  let at = from
  while (at < to && isBlank(src.charCodeAt(at))) at++
  return at
}

function isBlank(char: number): boolean {
  return char === code.space || char === code.tab
}

/** The first line behind the rows: one that is blank, indented as code, out of the block around, or another block's first. */
function endOfRows(state: StateBlock, from: number, endLine: number): number {
  const around = state.parentType
  // Inside a table a list begins with any number, as it does not in a paragraph.
  state.parentType = 'table'
  const others = state.md.block.ruler.getRules('blockquote')
  let line = from
  while (line < endLine && isRow(state, line) && !beginsBlock(line)) line++
  state.parentType = around
  return line

  function beginsBlock(row: number): boolean {
    const at = contentOf(state, row)
    if (!starters.has(state.src.charCodeAt(at))) return false
    return others.some((rule) => rule(state, row, endLine, true)) || loneTag.test(state.src.slice(at, state.eMarks[row]))
  }
}

/** A line with a cell: GitHub takes a lone pipe for none. */
function isRow(state: StateBlock, line: number): boolean {
  const at = contentOf(state, line)
  const end = state.eMarks[line] as number
  if (at >= end || !isInBlock(state, line)) return false
  return state.src.charCodeAt(at) !== code.pipe || skipBlanks(state.src, at + 1, end) < end
}
