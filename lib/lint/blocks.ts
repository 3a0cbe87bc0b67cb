import MarkdownIt from 'markdown-it'

/** Lines of a text, from 0, the end not part of them. */
export interface LineRange {
  start: number
  end: number
}

/** What the block phase of markdown says of a document, tables' rows left out. */
export interface Blocks {
  /** Headings in order, of markdown or HTML. */
  headings: { line: number; markdown: string; html: boolean }[]
  /** Paragraphs, headings and the like, each once. */
  texts: LineRange[]
  html: LineRange[]
  /** Definitions of links: `[label]: address`. */
  definitions: LineRange[]
  code: LineRange[]
}

const markdown = new MarkdownIt({ html: true })
const htmlHeading = /<h([1-6])\b[^>]*>([\s\S]{0,2000}?)<\/h\1\s*>/gi

/** Reads the blocks of a text given as its lines without line ends. */
export function readBlocks(lines: readonly string[]): Blocks {
  const blocks: Blocks = { headings: [], texts: [], html: [], definitions: [], code: [] }
  const tokens: ReturnType<typeof markdown.parse> = []
  const source = lines.join('\n').replace(/^\ufeff/, '').replaceAll('\0', '\ufffd')
  markdown.block.parse(source, markdown, {}, tokens)
  tokens.forEach((token, index) => {
    if (!token.map) return
    const range = { start: token.map[0], end: token.map[1] }
    if (token.type === 'fence' || token.type === 'code_block') blocks.code.push(range)
    else if (token.type === 'html_block') addHtml(blocks, range, token.content)
    else if (token.type === 'heading_open') blocks.headings.push({ line: range.start, markdown: (tokens[index + 1] as { content: string }).content, html: false })
    else if (token.type === 'reference_definition') blocks.definitions.push(range)
    else if (token.type === 'inline' || token.type === 'tr_open') blocks.texts.push(range)
  })
  return blocks
}

function addHtml(blocks: Blocks, range: LineRange, content: string): void {
  blocks.html.push(range)
  let line = range.start
  let counted = 0
  for (const { 2: inner = '', index } of content.matchAll(htmlHeading)) {
    line += content.slice(counted, index).split('\n').length - 1
    counted = index
    blocks.headings.push({ line, markdown: inner.replace(/\s+/g, ' '), html: true })
  }
}
