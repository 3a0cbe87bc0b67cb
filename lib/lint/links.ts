/** A stretch of a text, its end not part of it. */
export interface Span {
  from: number
  to: number
}

/** An inline link or image: `[label](target)`, the target without its title and angle brackets. */
export interface FoundLink extends Span {
  image: boolean
  label: Span
  target: Span
}

/**
 * A `](` that makes no link: no bracket opens its label, its parenthesis is never closed, or its target has spaces in it (`words`: and is no
 * address, as it may be meant in prose). */
export interface BrokenLink extends Span {
  why: 'unclosed' | 'unopened' | 'spaces' | 'words'
  label: Span | null
  target: Span
}

/** What a text's brackets make. */
export interface Links {
  links: FoundLink[]
  broken: BrokenLink[]
  /** Brackets and parentheses without a partner, by offset. */
  loose: ReadonlySet<number>
}

/** No address is longer; what is, is looked into for links inside it. */
const longest = 4_000

const nothing: Links = { links: [], broken: [], loose: new Set() }

/** Finds the inline links of a text whose code is hidden (./mask), and what was meant to be one. */
export function scanLinks(text: string): Links {
  if (!/[[\]]/.test(text)) return nothing
  const { partner, loose } = pair(text)
  const found: Links = { links: [], broken: [], loose }
  for (let at = text.indexOf(']('); at !== -1; at = text.indexOf('](', at + 1)) {
    if (text[at - 1] === '\\' && text[at - 2] !== '\\') continue
    const open = partner.get(at)
    const close = partner.get(at + 1)
    const label = open === undefined ? null : { from: open + 1, to: at }
    if (close === undefined) addUnclosed(found, text, label, at + 1)
    else if (close - at < longest && addClosed(found, text, label, { from: at + 2, to: close })) at = close - 1
  }
  return found
}

const destination = /^\s*(?:<([^<>\n]*)>|([^\s<]\S*)?)(?:\s+(?:"[^"]*"|'[^']*'|\([^()]*\)))?\s*$/
const leads = /^\s*<?(https?:|www\.)/i

function addClosed({ links, broken }: Links, text: string, label: Span | null, inside: Span): boolean {
  const inner = text.slice(inside.from, inside.to)
  const found = destination.exec(inner)
  if (!found) {
    const why = leads.test(inner) ? 'spaces' : 'words'
    broken.push({ why, label, target: inside, from: label ? label.from - 1 : inside.from - 2, to: inside.to + 1 })
    return false
  }
  if (!label) {
    if (leads.test(inner)) broken.push({ why: 'unopened', label, target: inside, from: inside.from - 2, to: inside.to + 1 })
    return true
  }
  const address = found[1] ?? found[2] ?? ''
  const from = inside.from + inner.indexOf(address)
  const image = text[label.from - 2] === '!'
  links.push({ image, label, target: { from, to: from + address.length }, from: label.from - (image ? 2 : 1), to: inside.to + 1 })
  return true
}

function addUnclosed({ broken }: Links, text: string, label: Span | null, open: number): void {
  if (!leads.test(text.slice(open + 1, open + 40))) return
  const target = /^\s*\S+/.exec(text.slice(open + 1, open + 1 + longest)) as RegExpExecArray
  const to = open + 1 + target[0].length
  broken.push({ why: 'unclosed', label, target: { from: open + 1, to }, from: label ? label.from - 1 : open - 1, to })
}

const codes = { backslash: 92, open: 91, close: 93, openRound: 40, closeRound: 41 }

/** Which bracket belongs to which, both ways; brackets and parentheses apart, for a link's address may hold either. */
function pair(text: string): { partner: Map<number, number>; loose: Set<number> } {
  const partner = new Map<number, number>()
  const loose = new Set<number>()
  const brackets: number[] = []
  const parentheses: number[] = []
  const close = (at: number, opened: number[]) => {
    const start = opened.pop()
    if (start === undefined) loose.add(at)
    else partner.set(at, start).set(start, at)
  }
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === codes.backslash) at++
    else if (code === codes.open) brackets.push(at)
    else if (code === codes.close) close(at, brackets)
    else if (code === codes.openRound) parentheses.push(at)
    else if (code === codes.closeRound) close(at, parentheses)
  }
  for (const at of brackets) loose.add(at)
  for (const at of parentheses) loose.add(at)
  return { partner, loose }
}
