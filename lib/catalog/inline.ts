import MarkdownIt from 'markdown-it'
import { urlProblem } from './url'

/** What a cell of inline markdown shows, as a tree of the few things that a page lets it show. */
export type Inline =
  | { type: 'text'; text: string }
  | { type: 'code'; text: string }
  | { type: 'break' }
  | { type: 'strong' | 'em' | 'del'; children: Inline[] }
  | { type: 'link'; url: string; children: Inline[] }

// Tags are read as such, to be shown as text: the address in an attribute is no link. An address of any scheme is read, so that
// a link which may not lead anywhere still shows its label.
const markdown = new MarkdownIt({ html: true, linkify: true })
markdown.validateLink = () => true
// A bare name like "readme.md" is no address, whatever its ending.
markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false })
type Token = ReturnType<typeof markdown.parseInline>[number]

const lineBreak = /^<br\s*\/?>$/i
const wraps = { strong_open: 'strong', em_open: 'em', s_open: 'del' } as const

/**
 * Reads a cell of inline markdown as GitHub's renderer does, but for its HTML: tags are text, `<br>` alone is a break. Links
 * lead to http(s) only; any other shows its label. An image is a link to it, by what it is described as.
 */
export function inlineOf(cell: string): Inline[] {
  // In a table the pipe's backslash is gone before anything else is read, in code too.
  return read(tokensOf(cell.replaceAll('\\|', '|')), blank)
}

/** The same of a paragraph outside of tables, whose lines stay lines. */
export function inlineOfParagraph(text: string): Inline[] {
  return read(tokensOf(text), { type: 'break' })
}

const blank: Inline = { type: 'text', text: ' ' }

function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  markdown.inline.parse(text, markdown, {}, tokens)
  return tokens
}

/** Reads tokens; `lineEnd` is what the end of a line shows. */
function read(tokens: readonly Token[], lineEnd: Inline): Inline[] {
  return merged(readOpen(tokens[Symbol.iterator](), lineEnd, false))
}

/** Reads tokens up to the end of what is open. */
function readOpen(tokens: Iterator<Token>, lineEnd: Inline, inLink: boolean): Inline[] {
  const found: Inline[] = []
  for (let next = tokens.next(); !next.done; next = tokens.next()) {
    const token = next.value
    if (token.nesting < 0) break
    if (token.type in wraps) found.push({ type: wraps[token.type as keyof typeof wraps], children: readOpen(tokens, lineEnd, inLink) })
    else if (token.type === 'link_open') found.push(...linked(token.attrGet('href'), readOpen(tokens, lineEnd, true), inLink))
    else if (token.type === 'image') found.push(...linked(token.attrGet('src'), [{ type: 'text', text: token.content.trim() || 'image' }], inLink))
    else if (token.type === 'code_inline') found.push({ type: 'code', text: token.content })
    else if (token.type === 'softbreak' || token.type === 'hardbreak') found.push(lineEnd)
    else found.push(token.type === 'html_inline' && lineBreak.test(token.content) ? { type: 'break' } : { type: 'text', text: token.content })
  }
  return found
}

/** Content as a link, where its address is one that a page may lead to, outside of another link. */
function linked(url: string | number | null, children: Inline[], inLink: boolean): Inline[] {
  return typeof url === 'string' && urlProblem(url) === undefined && !inLink ? [{ type: 'link', url, children }] : children
}

/** Joins neighbouring texts and leaves out empty ones. */
function merged(nodes: readonly Inline[]): Inline[] {
  const joined: Inline[] = []
  for (const node of nodes) {
    const last = joined.at(-1)
    if (node.type === 'text' && last?.type === 'text') joined[joined.length - 1] = { type: 'text', text: last.text + node.text }
    else if ('children' in node) joined.push({ ...node, children: merged(node.children) })
    else if (node.type !== 'text' || node.text !== '') joined.push(node)
  }
  return joined
}

/** Whether a page that shows it would have a link in it. */
export function hasLink(nodes: readonly Inline[]): boolean {
  return nodes.some((node) => node.type === 'link' || ('children' in node && hasLink(node.children)))
}
