import type { Item, TextChange } from '../change'
import { withoutEnd } from '../lines'
import { passagesOf } from './diff-text'
import { isSameItem } from './items'

/** One side's changes of the text: what they say, apart from the lines that only got another line end. */
export interface TextSide {
  texts: TextChange[]
  /** Those lines, by their items' places: what stood there, and what stands there now. */
  ends: ReadonlyMap<number, { before: string; after: string }>
}

/** Another line end for one that was. */
export interface Turn {
  from: string
  to: string
}

/** Tells lines that only got another line end apart from the changes that they are told in. */
export function splitEnds(changes: readonly TextChange[]): TextSide {
  const ends = new Map<number, { before: string; after: string }>()
  const note = (before: Item, after: Item, at: number) => {
    // Sections that are alike are the same ones; only lines can differ.
    if (!isSameItem(before, after)) ends.set(at, { before: before as string, after: after as string })
  }
  return { texts: changes.flatMap((change) => passagesOf(change, saysSame, note) ?? [change]), ends }
}

/** Whether two lines say the same, whatever their line ends; a line without one is another. */
function saysSame(a: Item, b: Item): boolean {
  if (typeof a !== 'string' || typeof b !== 'string') return isSameItem(a, b)
  return a === b || (endOf(a) !== '' && endOf(b) !== '' && withoutEnd(a) === withoutEnd(b))
}

function endOf(line: string): string {
  return line.slice(withoutEnd(line).length)
}

/** How the other side turned the line ends where a side changed something, and did not turn them itself. */
export function turnOf(own: TextSide, other: TextSide, change: TextChange): Turn | undefined {
  return turnAt(own, change) ? undefined : turnAt(other, change)
}

/** How a side turned the line ends at a change: those of all its lines, or of the lines around it. */
function turnAt({ ends }: TextSide, { at, before }: TextChange): Turn | undefined {
  const places = before.length > 0 ? before.flatMap((item, index) => (typeof item === 'string' ? [at + index] : [])) : [at - 1, at]
  const lines = places.flatMap((place) => ends.get(place) ?? [])
  const [first] = lines
  if (!first || (before.length > 0 && lines.length < places.length)) return undefined
  const turn = { from: endOf(first.before), to: endOf(first.after) }
  return lines.every((line) => endOf(line.before) === turn.from && endOf(line.after) === turn.to) ? turn : undefined
}

/** Lines with their ends turned. */
export function turned(items: readonly Item[], turn: Turn | undefined): Item[] {
  return items.map((item) => (turn && typeof item === 'string' && endOf(item) === turn.from ? withoutEnd(item) + turn.to : item))
}
