import { printText, readText } from './text'
import { printUrl, readUrl } from './url'

/** A label that leads to an address. */
export interface Link {
  label: string
  url: string
}

/**
 * The grammar of one cell, both ways: `read(print(v))` equals `v`, and `read` answers only where `print` gives the
 * same markdown back; everything else is undefined, and the cell stays raw. Text and addresses are read so (`readText`,
 * `readUrl`), and what the cells below add to them has one spelling.
 */
export interface Cell<V> {
  read(markdown: string): V | undefined
  print(value: V): string
}

/** In a cell it means none. */
export const none = '-'

/** Text that must be there. */
export const text: Cell<string> = { read: readText, print: printText }

/** Text, or `-` for none. */
export const optionalText: Cell<string | null> = {
  read: (markdown) => (markdown === none ? null : readText(markdown)),
  print: (value) => (value === null ? none : printText(value)),
}

/** `[label](url)`. */
export const link: Cell<Link> = {
  read(markdown) {
    const found = scanLink(markdown, 0)
    return found && found.end === markdown.length ? found.link : undefined
  },
  print: ({ label, url }) => `[${printText(label)}](${printUrl(url)})`,
}

/** `[label](url)`, or `-` for none. */
export const optionalLink: Cell<Link | null> = {
  read: (markdown) => (markdown === none ? null : link.read(markdown)),
  print: (value) => (value === null ? none : link.print(value)),
}

/** `[label](url), [label](url)`, or `-` for none. */
export const links: Cell<Link[]> = {
  read: (markdown) => (markdown === none ? [] : scanLinks(markdown)),
  print: (values) => (values.length === 0 ? none : values.map(link.print).join(', ')),
}

/** `A + B`, or `-` for none. */
export const list: Cell<string[]> = {
  read(markdown) {
    if (markdown === none) return []
    const items = markdown.split(' + ').map(readText)
    return items.every((item) => item !== undefined) ? items : undefined
  },
  print: (items) => (items.length === 0 ? none : items.map(printText).join(' + ')),
}

/** A list of sources; `starred` says that there are more than three, of which the list names some or none. */
export interface Sources {
  names: string[]
  starred: boolean
}

/** `A + B`, `A*` (more than three sources, A among them), `*` (more than three, none named), or `-`. */
export const sources: Cell<Sources> = {
  read(markdown) {
    if (!markdown.endsWith('*')) return withStar(list.read(markdown), false)
    // An escaped star at the end is a name's own: backslashes before it come in pairs.
    const starred = /(^|[^\\])(\\\\)*\*$/.test(markdown)
    const named = starred ? markdown.slice(0, -1) : markdown
    // A star behind none is not written so: it stands alone.
    if (starred && named === none) return undefined
    return withStar(starred && named === '' ? [] : list.read(named), starred)
  },
  print: ({ names, starred }) => (names.length === 0 && starred ? '' : list.print(names)) + (starred ? '*' : ''),
}

function withStar(names: string[] | undefined, starred: boolean): Sources | undefined {
  return names && { names, starred }
}

/** A name and the papers that describe it. */
export interface Titled {
  name: string
  papers: Link[]
}

/** `NAME`, or `NAME ([label](url), [label](url))`. */
export const titled: Cell<Titled> = {
  read(markdown) {
    const open = markdown.search(/ \(\[/)
    if (open === -1) return withName(readText(markdown), [])
    if (!markdown.endsWith(')')) return undefined
    const papers = scanLinks(markdown.slice(open + 2, -1))
    return papers && withName(readText(markdown.slice(0, open)), papers)
  },
  print: ({ name, papers }) => printText(name) + (papers.length === 0 ? '' : ` (${links.print(papers)})`),
}

function withName(name: string | undefined, papers: Link[]): Titled | undefined {
  return name === undefined ? undefined : { name, papers }
}

function scanLinks(markdown: string): Link[] | undefined {
  const found: Link[] = []
  for (let at = 0; ; at += 2) {
    const next = scanLink(markdown, at)
    if (!next) return undefined
    found.push(next.link)
    at = next.end
    if (at === markdown.length) return found
    if (!markdown.startsWith(', ', at)) return undefined
  }
}

/** Reads a link that begins at `at`: a label without bare brackets, a destination with parentheses in pairs. */
function scanLink(markdown: string, at: number): { link: Link; end: number } | undefined {
  if (markdown[at] !== '[') return undefined
  const labelEnd = skip(markdown, at + 1, (char) => char === ']')
  if (markdown[labelEnd + 1] !== '(') return undefined
  let depth = 0
  const urlEnd = skip(markdown, labelEnd + 2, (char) => {
    if (char === '(') depth++
    return char === ')' && depth-- === 0
  })
  if (markdown[urlEnd] !== ')') return undefined
  const label = readText(markdown.slice(at + 1, labelEnd))
  const url = readUrl(markdown.slice(labelEnd + 2, urlEnd))
  return label === undefined || url === undefined ? undefined : { link: { label, url }, end: urlEnd + 1 }
}

/** The first offset from `at` on whose character stops the scan, a backslash and what follows it passed over. */
function skip(markdown: string, at: number, stops: (char: string) => boolean): number {
  for (let i = at; i < markdown.length; i++) {
    const char = markdown[i] as string
    if (char === '\\') i++
    else if (stops(char)) return i
  }
  return markdown.length
}
