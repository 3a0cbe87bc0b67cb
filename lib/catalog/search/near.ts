/**
 * Words within a slip of the pen. A word's keys are its first letters with each one left out in turn: two words that differ by
 * one letter more, less, other or swapped there have a key in common, so near words are found by equality, however many words there are.
 */

const shortest = 4
// Slips behind these letters cost no key: the beginnings are equal.
const keyed = 7

/** The keys under which a word's near ones are found; none of a word that is short or holds no more than digits. */
export function nearKeys(word: string): string[] {
  const letters = Array.from(word)
  if (letters.length < shortest || /^\p{N}+$/u.test(word)) return []
  const start = letters.slice(0, keyed)
  return [...new Set([start.join(''), ...start.map((_, index) => start.filter((__, at) => at !== index).join(''))])]
}

/** How many slips a search's word may hold: one, or two in a long word. */
export function slipsAllowed(word: string): number {
  return word.length < shortest ? 0 : word.length < 8 ? 1 : 2
}

/**
 * How many letters lie between what is typed and a word, or the beginning of it that is nearest (somebody may still be typing);
 * two swapped neighbours are one slip. Infinity beyond `most`.
 */
export function slips(typed: string, word: string, most: number): number {
  const [a, b] = [Array.from(typed), Array.from(word).slice(0, typed.length + most)]
  let [before, last]: [number[], number[]] = [[], b.map((_, index) => index + 1)]
  last.unshift(0)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before[j - 2] as number) + 1 : Infinity
      row.push(Math.min((last[j - 1] as number) + (same ? 0 : 1), (last[j] as number) + 1, (row[j - 1] as number) + 1, swapped))
    }
    ;[before, last] = [last, row]
  }
  const whole = last[b.length] as number
  // A beginning is one slip worse than the whole word, so that "clip" typed as "clup" is no "cluster".
  const begun = Math.min(...last)
  const found = Math.min(whole, begun + (b.length > a.length && begun > 0 ? 0.5 : 0))
  return found <= most + 0.5 ? found : Infinity
}

/** The words that are nearest to what is typed, out of candidates; all those that are as near, `most` at most. */
export function nearest(typed: string, words: readonly string[], most: number): string[] {
  const allowed = slipsAllowed(typed)
  const rated = words.map((word) => ({ word, far: slips(typed, word, allowed) })).filter(({ far }) => far < Infinity)
  const least = Math.min(...rated.map(({ far }) => far))
  return rated.filter(({ far }) => far === least).map(({ word }) => word).slice(0, most)
}
