import { fold, isAscii } from '../fold'

/** A word that a text can be found by: folded, and where it stands in the text (code units, end excluded). */
export interface Word {
  text: string
  from: number
  to: number
}

/** No word is longer; what follows tells no two words apart. */
export const longestWord = 40

// Scripts that put no spaces between words: every two characters that stand beside each other are a word.
const scripts = ['Han', 'Hiragana', 'Katakana', 'Thai', 'Lao', 'Khmer', 'Myanmar'].map((name) => `\\p{Script=${name}}`).join('')
const spaceless = new RegExp(`[${scripts}]`, 'u')
const stretches = new RegExp(`(?:[${scripts}]\\p{M}*)+|[^${scripts}]+`, 'gu')

/** The words of a text, as it is searched: also what begins within a word ("CLIP" of "MedCLIP", "2" of "LLaMA2"). */
export function wordsOf(text: string): Word[] {
  return runsOf(text).flatMap((run) => [...pairsOf(run), ...(run.spaceless ? lastOf(run) : innerOf(run))])
}

/** The words of a text that names something: also what two neighbours are when written as one ("cxrclip" of "CXR-CLIP"). */
export function wordsOfName(text: string): Word[] {
  const runs = runsOf(text)
  const joined = runs.slice(1).map((run, index) => {
    const before = runs[index] as Run
    return { text: cut(before.folded + run.folded), from: before.from, to: run.to }
  })
  return [...wordsOf(text), ...joined]
}

/** The words of a search: as they are typed, each once, eight at most. */
export function wordsAsked(q: string): string[] {
  return [...new Set(runsOf(q).flatMap(pairsOf).map(({ text }) => text))].slice(0, 8)
}

interface Run extends Omit<Word, 'text'> {
  raw: string
  folded: string
  spaceless: boolean
}

/** Unbroken letters and digits of one manner of writing. */
function runsOf(text: string): Run[] {
  // A search has the words of a thousand names, and most are ASCII.
  if (isAscii(text)) return Array.from(text.matchAll(/[A-Za-z0-9]+/g), ({ 0: raw, index }) => ({ raw, folded: raw.toLowerCase(), from: index, to: index + raw.length, spaceless: false }))
  return Array.from(text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)).flatMap(({ 0: found, index }) => {
    let from = index
    return byScript(found).flatMap((raw) => {
      const run = { raw, folded: fold(raw).replace(/[^\p{L}\p{N}]/gu, ''), from, to: from + raw.length, spaceless: spaceless.test(raw) }
      from = run.to
      return run.folded === '' ? [] : [run]
    })
  })
}

function byScript(found: string): string[] {
  return spaceless.test(found) ? (found.match(stretches) as string[]) : [found]
}

/** A run's words: itself, or, of a script without spaces, every two characters of it. */
function pairsOf({ raw, folded, from, to, spaceless: dense }: Run): Word[] {
  if (!dense) return [{ text: cut(folded), from, to }]
  const chars = clusters(raw)
  if (chars.length === 1) return [{ text: cut(folded), from, to }]
  return chars.slice(1).map((char, index) => {
    const before = chars[index] as Cluster
    return { text: cut(bare(before.raw + char.raw)), from: from + before.at, to: from + char.at + char.raw.length }
  })
}

/** The last character alone: the others begin a pair. */
function lastOf({ raw, from, to }: Run): Word[] {
  const last = clusters(raw).at(-1) as Cluster
  return last.at === 0 ? [] : [{ text: cut(bare(last.raw)), from: from + last.at, to }]
}

interface Cluster {
  raw: string
  at: number
}

/** Characters with the marks that follow them. */
function clusters(raw: string): Cluster[] {
  return Array.from(raw.matchAll(/.\p{M}*/gsu), ({ 0: found, index }) => ({ raw: found, at: index }))
}

const shortestInner = 3
/** Cheap to see of most words: nothing begins within small letters alone. */
const mayBegin = /[^a-z]/

/** What begins within a word: a capital after a small letter, a digit after a letter. */
function innerOf({ raw, from, to }: Run): Word[] {
  if (!mayBegin.test(raw)) return []
  return Array.from(raw.matchAll(/(?<=\p{Ll})(?=\p{Lu})|(?<=\p{L})(?=\p{N})/gu)).flatMap(({ index }) => {
    const text = cut(bare(raw.slice(index)))
    return text.length >= shortestInner || /^\p{N}/u.test(text) ? [{ text, from: from + index, to }] : []
  })
}

function bare(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]/gu, '')
}

function cut(text: string): string {
  return text.length <= longestWord ? text : text.slice(0, longestWord).replace(/[\uD800-\uDBFF]$/, '')
}
