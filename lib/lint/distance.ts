/**
 * How many letters must be put in, left out, replaced or swapped with their neighbour to turn one word into another; Infinity
 * where that takes more than `most`.
 */
export function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return Infinity
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (last[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const swap = swapped ? (before[j - 2] as number) + 1 : Infinity
      row.push(Math.min(change, swap, (last[j] as number) + 1, (row[j - 1] as number) + 1))
    }
    if (Math.min(...row) > most) return Infinity
    before = last
    last = row
  }
  const total = last[b.length] as number
  return total > most ? Infinity : total
}

/** Whether one text looks like a slip of the other: few letters differ, and those are no numbers, no acronym, no plural. */
export function isSlip(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length)
  if (length < 5 || Math.abs(a.length - b.length) > 2) return false
  const [left, right] = [a.toLowerCase(), b.toLowerCase()]
  if (left === right || digits(a) !== digits(b)) return false
  if (!/\p{Ll}/u.test(a) || !/\p{Ll}/u.test(b) || isPlural(left, right) || isPlural(right, left)) return false
  return distance(left, right, length < 8 ? 1 : 2) <= 2
}

function digits(text: string): string {
  return text.replace(/\D/g, '')
}

/** Whether a text is the other with an s at the end of some of its words. */
function isPlural(many: string, one: string): boolean {
  const words = one.split(/\b/)
  const plural = many.split(/\b/)
  return words.length === plural.length && words.every((word, index) => [word, `${word}s`, `${word}es`].includes(plural[index] as string))
}
