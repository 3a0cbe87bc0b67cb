/** A text cut where another begins and ceases to differ from it. */
export interface Cut {
  start: string
  changed: string
  end: string
}

/** Cuts two texts so that `changed` is all that differs, in whole words: the eye looks for words, not for letters. */
export function changedParts(before: string, after: string): { before: Cut; after: Cut } {
  const [old, fresh] = [words(before), words(after)]
  const least = Math.min(old.length, fresh.length)
  let start = 0
  while (start < least && old[start] === fresh[start]) start++
  let end = 0
  while (end < least - start && old.at(-1 - end) === fresh.at(-1 - end)) end++
  const cut = (all: string[]): Cut => ({
    start: all.slice(0, start).join(''),
    changed: all.slice(start, all.length - end).join(''),
    end: all.slice(all.length - end).join(''),
  })
  return { before: cut(old), after: cut(fresh) }
}

/** A text's words, and what stands between them. */
function words(text: string): string[] {
  return text.match(/[\p{L}\p{N}\p{M}]+|\s+|[^\p{L}\p{N}\p{M}\s]/gu) ?? []
}
