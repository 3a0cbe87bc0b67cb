import MarkdownIt from 'markdown-it'
import { inlineOfParagraph, type Inline } from '@/lib/catalog/inline'

/** What a comment shows, as a tree of the few things that a page lets it show. */
export type Block =
  | { type: 'paragraph'; children: Inline[] }
  | { type: 'list'; ordered: boolean; items: Block[][] }
  | { type: 'quote'; children: Block[] }
  | { type: 'code'; text: string }

// Tags are text, and headings would be louder than the page.
const markdown = new MarkdownIt({ html: false }).disable(['heading', 'lheading', 'hr', 'table', 'reference'])
type Token = ReturnType<typeof markdown.parse>[number]

/** Reads a comment's markdown. Whatever it holds, the tree has nothing but text, marks, code, lists, quotes, and links to http(s). */
export function blocksOf(comment: string): Block[] {
  return read(markdown.parse(comment, {})[Symbol.iterator]())
}

/** Reads tokens up to the end of what is open. */
function read(tokens: Iterator<Token>): Block[] {
  const found: Block[] = []
  for (let next = tokens.next(); !next.done; next = tokens.next()) {
    const token = next.value
    // A paragraph's end is no end of what it stands in.
    if (token.nesting < 0 && token.type !== 'paragraph_close') break
    if (token.type === 'inline') found.push({ type: 'paragraph', children: inlineOfParagraph(token.content) })
    else if (token.type === 'blockquote_open') found.push({ type: 'quote', children: read(tokens) })
    else if (token.type === 'bullet_list_open' || token.type === 'ordered_list_open') found.push({ type: 'list', ordered: token.type === 'ordered_list_open', items: items(tokens) })
    else if (token.type === 'fence' || token.type === 'code_block') found.push({ type: 'code', text: token.content.replace(/\n$/, '') })
  }
  return found
}

function items(tokens: Iterator<Token>): Block[][] {
  const found: Block[][] = []
  for (let next = tokens.next(); !next.done && next.value.type === 'list_item_open'; next = tokens.next()) found.push(read(tokens))
  return found
}
