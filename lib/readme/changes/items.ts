import type { Item } from '../change'
import { joinLines, splitLines } from '../lines'
import type { Part, Section } from '../parse'

/** The text around the tables as a list: its lines, line ends included, and each section as one item. */
export function itemsOf(parts: readonly Part[]): Item[] {
  return parts.flatMap((part): Item[] => ('prose' in part ? linesOf(part.prose) : [{ section: part.section.key }]))
}

/** A text's lines, line ends included. */
export function linesOf(text: string): string[] {
  return splitLines(text).map((line) => joinLines([line]))
}

/** Puts items together again; undefined where they name a section that there is not, or one twice. */
export function partsOf(items: readonly Item[], sections: ReadonlyMap<string, Section>): Part[] | undefined {
  const parts: Part[] = []
  const seen = new Set<string>()
  let prose: string[] = []
  const close = () => {
    if (prose.length > 0) parts.push({ prose: prose.join('') })
    prose = []
  }
  for (const item of items) {
    if (typeof item === 'string') {
      prose.push(item)
      continue
    }
    const section = sections.get(item.section)
    if (!section || seen.has(item.section)) return undefined
    seen.add(item.section)
    close()
    parts.push({ section })
  }
  close()
  return parts
}

/** Whether two items are the same line or the same section. */
export function isSameItem(a: Item | undefined, b: Item | undefined): boolean {
  return typeof a === 'object' && typeof b === 'object' ? a.section === b.section : a === b
}

/** How many of two lists are the same at the start and, of all others, at the end. */
export function commonEnds<T>(a: readonly T[], b: readonly T[], areSame: (a: T, b: T) => boolean): { start: number; end: number } {
  const least = Math.min(a.length, b.length)
  let start = 0
  while (start < least && areSame(a[start] as T, b[start] as T)) start++
  let end = 0
  while (end < least - start && areSame(a[a.length - 1 - end] as T, b[b.length - 1 - end] as T)) end++
  return { start, end }
}
