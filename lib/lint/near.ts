import { anchorOf } from './anchors'
import type { Heading, PageLink } from './context'
import { isSlip } from './distance'

/** Finds the headings that a link within the page may have meant. */
export interface Near {
  /** The only heading that says what the link's label says. */
  named(link: Pick<PageLink, 'label'>): Heading | undefined
  /** The only heading whose anchor the link's target misses by a slip. */
  slipped(link: Pick<PageLink, 'target'>): Heading | undefined
}

interface Signed {
  heading: Heading
  letters: number
}

// A document of thousands of dead links and as many headings must not cost their product: its last links get no proposal.
const mostLooks = 2_000_000

function put<Key, Value>(groups: Map<Key, Value[]>, key: Key, value: Value): void {
  const group = groups.get(key)
  if (group) group.push(value)
  else groups.set(key, [value])
}

/** Prepares a document's headings to be asked. */
export function nearTo(headings: readonly Heading[]): Near {
  const byWords = new Map<string, Heading[]>()
  const byLength = new Map<number, Signed[]>()
  for (const heading of headings) {
    put(byWords, wordsOf(heading.text), heading)
    put(byLength, heading.anchor.length, { heading, letters: lettersOf(heading.anchor) })
  }
  let looks = mostLooks
  return {
    named({ label }) {
      const words = wordsOf(label)
      return words === '' ? undefined : only(byWords.get(words) ?? [])
    },
    slipped({ target }) {
      const letters = lettersOf(target)
      const alike = [-2, -1, 0, 1, 2].flatMap((more) => byLength.get(target.length + more) ?? [])
      looks -= alike.length
      if (looks < 0) return undefined
      const near = alike.filter((each) => mayBeNear(each.letters, letters) && isSlip(each.heading.anchor, target))
      return only(near.map(({ heading }) => heading))
    },
  }
}

/** Letters and digits alone, as an anchor has them. */
export function wordsOf(text: string): string {
  return anchorOf(text).replace(/[^\p{L}\p{N}]/gu, '')
}

function only(headings: readonly Heading[]): Heading | undefined {
  return headings.length === 1 ? headings[0] : undefined
}

/** Which letters a word has, a bit for each of 32 classes: thousands of headings are told apart before any is compared. */
function lettersOf(word: string): number {
  let letters = 0
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) & 31)
  return letters
}

/** Two slips change four classes at most. */
function mayBeNear(a: number, b: number): boolean {
  let different = a ^ b
  for (let bits = 0; bits < 4; bits++) different &= different - 1
  return different === 0
}
