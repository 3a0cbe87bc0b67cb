import type { Context, Stretch } from '../context'
import type { Splice } from '../edits'
import type { Draft, Rule } from '../finding'
import type { BrokenLink } from '../links'
import { editIn, placeIn } from '../spot'

/** What is wrong at an offset, and what certainly mends it. */
interface Trouble {
  at: number
  message: string
  fix?: Splice
}

/** Links that markdown does not read as such: their marks stand in the text, and nothing can be clicked. */
export const brokenLink: Rule = {
  name: 'broken-link',
  reason: 'Readers see brackets in the place of a link.',
  severity: 'warning',
  check: (context: Context): Draft[] =>
    context.stretches.filter(({ kind }) => kind === 'cell' || kind === 'text').flatMap((stretch) =>
      troublesIn(stretch).map(({ at, message, fix }) => ({ place: placeIn(stretch, at), message, edits: fix ? editIn(context, stretch, fix) : [] })),
    ),
}

function troublesIn(stretch: Stretch): Trouble[] {
  if (!/[[\]］】]/.test(stretch.text)) return []
  const links = stretch.links.broken.filter((link) => isMeant(stretch, link)).map((link) => broken(stretch, link))
  return [...links, ...gaps(stretch), ...unmarked(stretch), ...wide(stretch), ...looseBeside(stretch)]
}

/** Words in parentheses are prose but in a cell; an escaped bracket opens no label. */
function isMeant({ text, kind }: Stretch, { why, label }: BrokenLink): boolean {
  return why === 'words' ? kind === 'cell' : label !== null || !text.includes('\\[')
}

function broken({ text, kind }: Stretch, { why, from, to, label, target }: BrokenLink): Trouble {
  if (why === 'words') return { at: target.from, message: 'This link leads to words, not to an address.' }
  if (why === 'unopened') return { at: from, message: 'This link’s label has no opening bracket.' }
  if (why === 'spaces') return { at: target.from, message: 'This link’s address has a space in it, so it is no link.' }
  if (!label) return { at: from, message: 'This link’s label has no opening bracket.' }
  const closer = text.slice(target.from, to).indexOf('）')
  if (closer !== -1) return { at: target.from + closer, message: 'This link is closed by a full-width bracket.', fix: { from: target.from + closer, to: target.from + closer + 1, text: ')' } }
  const isLast = kind === 'cell' && to === text.length
  return { at: from, message: 'This link’s address is not closed by a bracket.', ...(isLast && { fix: { from: to, to, text: ')' } }) }
}

const gap = /\]([ \t]+)\(\s*https?:\/\/[^\s()]+\s*\)/g
const turned = /(?<![\])])\(([^()[\]\n]+)\)\[(https?:\/\/[^\s[\]]+)\](?!\()/g

/** `[label] (address)` and `(label)[address]`. */
function gaps({ text, links }: Stretch): Trouble[] {
  if (!/\][ \t]|\)\[/.test(text)) return []
  const ends = new Set(links.links.map(({ label }) => label.to))
  const apart = Array.from(text.matchAll(gap), ({ 1: blank = '', index }) => ({ index, blank })).filter(({ index }) => {
    const label = /\[([^[\]]*)$/.exec(text.slice(Math.max(0, index - 200), index))?.[1]
    // "[1] (https://…)" is a citation; "[a][b] (https://…)" a link already.
    return label !== undefined && /\p{L}/u.test(label) && !ends.has(index) && !isReference(text, index)
  })
  return [
    ...apart.map(({ index, blank }) => ({
      at: index + 1,
      message: 'A space parts this link’s label from its address.',
      fix: { from: index + 1, to: index + 1 + blank.length, text: '' },
    })),
    ...Array.from(text.matchAll(turned), ({ 0: all, 1: label, 2: url, index }) => ({
      at: index,
      message: 'This link’s brackets are the wrong way round.',
      fix: { from: index, to: index + all.length, text: `[${label}](${url})` },
    })),
  ]
}

/** Whether the brackets that close here follow another pair, as `[label][reference]` does, or a link. */
function isReference(text: string, close: number): boolean {
  const open = text.lastIndexOf('[', close)
  return open > 0 && /[\])!]/.test(text[open - 1] as string)
}

const noParenthesis = /\](https?:\/\/[^\s()[\]]+)\)/g
const noBracket = /\[([^[\]()\n]+)\((https?:\/\/[^\s()[\]]+)\)/g

/** `[label]address)` and `[label(address)`: one mark is missing. */
function unmarked({ text, links: { loose } }: Stretch): Trouble[] {
  if (loose.size === 0) return []
  const parentheses = Array.from(text.matchAll(noParenthesis), ({ 0: all, index }) => ({ at: index + 1, end: index + all.length - 1 }))
  const brackets = Array.from(text.matchAll(noBracket), ({ 1: label = '', index }) => ({ at: index, end: index + 1 + label.length }))
  return [
    ...parentheses.filter(({ end }) => loose.has(end)).map(({ at }) => ({
      at,
      message: 'This link’s address is not opened by a bracket.',
      fix: { from: at, to: at, text: '(' },
    })),
    ...brackets.filter(({ at }) => loose.has(at)).map(({ at, end }) => ({
      at,
      message: 'This link’s label is not closed by a bracket.',
      fix: { from: end, to: end, text: ']' },
    })),
  ]
}

const wideBrackets = /(\]|］|】)([(（])\s*https?:\/\/[^\s()（）]+([)）])/g

/** Brackets of Chinese and Japanese keyboards in the place of those that markdown knows. */
function wide({ text }: Stretch): Trouble[] {
  if (!/[］】（）]/.test(text)) return []
  return Array.from(text.matchAll(wideBrackets), ({ 0: all, 1: label, 2: open, 3: close, index }) => ({ all, label, open, close, index }))
    .filter(({ label, open }) => label !== ']' || open !== '(')
    .map(({ all, label, index }) => ({
      at: index,
      message: 'This link is written with full-width brackets.',
      ...(label === ']' && { fix: { from: index + 1, to: index + all.length, text: `(${all.slice(2, -1)})` } }),
    }))
}

/** A bracket without a partner right before or behind a link. */
function looseBeside({ text, links: { links, loose } }: Stretch): Trouble[] {
  if (loose.size === 0 || /\\[[\]()]/.test(text)) return []
  const edges = links.flatMap(({ from, to }) => [from - 1, to])
  return edges.filter((at) => loose.has(at) && '[]()'.includes(text[at] as string)).map((at) => ({
    at,
    message: `The bracket "${text[at]}" beside this link has no partner.`,
  }))
}
