import MarkdownIt, { type Token } from 'markdown-it'
import { interruptingTableRule, tableRule } from './table-rule'
import { underlinedHeadingRule } from './underlined-heading-rule'

/** The nearest headings' markdown: of those outside of quotes and lists, and of all. */
export interface Headings {
  outer: string
  any: string
}

/** What a text has above it that is read from its beginning. */
export const noHeadings: Headings = { outer: '', any: '' }

/** Stands for a heading that was not read: none says this, as markdown takes it for another character. */
export const unknownHeading = '\0'

/** Where a table stands: its first line and the one after its last, from 0, and the heading above it. */
export interface FoundTable {
  start: number
  end: number
  /** Where in each of its lines the row begins: behind indentation, quote marks and bullets. */
  offsets: readonly number[]
  /** The nearest heading's markdown; "" where the table stands above all headings. */
  heading: string
  /** The headings above it, of which that is one. */
  under: Headings
}

// Only the block phase is used: it gives the line ranges of blocks without building a tree of inlines.
const markdown = new MarkdownIt({ html: true })
// A table begins where nothing but a paragraph could. Definitions of links are paragraphs as far as tables know.
markdown.block.ruler.disable(['table', 'reference'])
markdown.block.ruler.after('heading', 'table lines', tableRule, { alt: ['paragraph'] })
markdown.block.ruler.before('code', 'interrupting table', interruptingTableRule)
markdown.block.ruler.at('lheading', underlinedHeadingRule)
// What is not fit to be a link is the address of a definition nonetheless.
markdown.validateLink = () => true

/** Finds the tables of a GitHub-flavoured markdown text, those inside quotes and lists too; `above` it, where it is a part of one, stand headings. */
export function findTables(text: string, above: Headings = noHeadings): FoundTable[] {
  const tokens: Token[] = []
  markdown.block.parse(normalize(text), markdown, {}, tokens)
  const tables: FoundTable[] = []
  // A heading inside a quote heads what stands in quotes; the tables outside know nothing of it.
  const under = { ...above }
  tokens.forEach((token, index) => {
    if (token.type === 'heading_open') {
      under.any = (tokens[index + 1] as Token).content
      if (token.level === 0) under.outer = under.any
    }
    if (token.type !== 'table') return
    const [start, end] = token.map as [number, number]
    const { offsets } = token.meta as { offsets: number[] }
    // What was taken off the text's beginning stands before its first row.
    if (start === 0 && text.startsWith(mark)) offsets[0] = (offsets[0] as number) + 1
    tables.push({ start, end, offsets, heading: token.level === 0 ? under.outer : under.any, under: { ...under } })
  })
  return tables
}

const mark = '\ufeff'

/** What markdown-it's own first step does, without which its block phase sees other lines than GitHub. */
function normalize(text: string): string {
  const unmarked = text.startsWith(mark) ? text.slice(1) : text
  const lines = unmarked.includes('\r') ? unmarked.replace(/\r\n?/g, '\n') : unmarked
  return lines.includes('\0') ? lines.replaceAll('\0', '\ufffd') : lines
}
