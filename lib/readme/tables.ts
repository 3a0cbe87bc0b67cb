import MarkdownIt from 'markdown-it'

/** Where a top-level table stands: its first line and the one after its last, from 0, and the heading above it. */
export interface FoundTable {
  start: number
  end: number
  /** The nearest heading's markdown; "" where the table stands above all headings. */
  heading: string
}

// Only the block phase is used: it gives the line ranges of blocks without building a tree of inlines.
const markdown = new MarkdownIt({ html: true })
type Token = ReturnType<typeof markdown.parse>[number]

/** Finds the tables of a GitHub-flavoured markdown text that stand outside quotes and lists. */
export function findTables(text: string): FoundTable[] {
  const tokens: Token[] = []
  // What markdown-it's own first step does, without which its block phase sees other lines than GitHub.
  const source = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n').replace(/\0/g, '\ufffd')
  markdown.block.parse(source, markdown, {}, tokens)
  const tables: FoundTable[] = []
  let heading = ''
  tokens.forEach((token, index) => {
    if (token.level !== 0) return
    if (token.type === 'heading_open') heading = (tokens[index + 1] as Token).content
    if (token.type === 'table_open' && token.map) tables.push({ start: token.map[0], end: token.map[1], heading })
  })
  return tables
}
