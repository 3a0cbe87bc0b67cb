import { diffArrays } from 'diff'
import { sectionName } from '@/lib/catalog/section-name'
import { fail, ok, type Result } from '@/lib/errors'
import type { Item, TextChange } from '@/lib/readme/change'
import { diffText } from '@/lib/readme/changes/diff-text'
import { itemsOf, linesOf } from '@/lib/readme/changes/items'
import { splitLines } from '@/lib/readme/lines'
import { sectionsOf, type Part, type Readme } from '@/lib/readme/parse'
import { patch } from '@/lib/readme/patch'
import { render } from '@/lib/readme/render'

/** The text of a README between two of its tables, or before the first or behind the last. */
export interface Passage {
  /** The key of the section whose table stands beneath it; null of the last passage. */
  above: string | null
  /** What that section is called. */
  heading: string | null
  /** Without the empty lines around it. */
  text: string
}

/** The passages of a README, in its order: one more than it has tables. */
export function passagesOf({ parts }: Readme): Passage[] {
  const sections = sectionsOf(parts)
  return passages(parts).map((passage, index) => {
    const beneath = sections[index]
    const heading = beneath ? sectionName({ ...beneath, slug: beneath.key }) : null
    return { above: beneath?.key ?? null, heading, text: edgesOf(passage).text }
  })
}

/**
 * What puts another text, of whatever line ends, in the place of a passage's: nothing where it says the same. The empty lines around it
 * stay, lines that it had before keep their ends, and new ones get the README's usual one. Of the tables nothing but their place is
 * looked at, so that they may lack their rows. Fails as `not-found` where no table has that key, and as `conflict` where the text would become
 * part of a table.
 */
export function textChanges({ parts, problems }: Readme, above: string | null, text: string): Result<TextChange[]> {
  const index = passageOf(parts, above)
  const passage = passages(parts)[index]
  if (passage === undefined) return fail('not-found', 'There is no such passage of the README.')
  const { before, text: was, behind } = edgesOf(passage)
  const said = linesOf(before + withEnds(edgesOf(text).text, was, usualEnd(parts)) + behind)
  const items = itemsOf(parts)
  const changes = diffText(items, stretchesOf(items).flatMap((stretch, at) => [...(at === index ? said : stretch.lines), ...stretch.table]))
  const isSound = changes.length === 0 || patch({ parts, problems }, changes).ok
  return isSound ? ok(changes) : fail('conflict', 'This would become a part of the table above or beneath. Keep an empty line between text and tables.')
}

/** The passages in which a README differs from another, as `after` has them, tables that came with them included; null where it differs otherwise. */
export function changedPassages(base: Readme, after: Readme): Pick<Passage, 'above' | 'text'>[] | null {
  const known = sectionsOf(base.parts).map(({ key }) => key)
  const kept = sectionsOf(after.parts).flatMap(({ key }) => (known.includes(key) ? [key] : []))
  if (String(kept) !== String(known)) return null
  const is = passages(after.parts, known)
  return passages(base.parts).flatMap((was, index) => (was === is[index] ? [] : [{ above: known[index] ?? null, text: edgesOf(is[index] as string).text }]))
}

/** Changes of one passage as a single one, with the lines between them; undefined where there is none. */
export function asOne({ parts }: Readme, changes: readonly TextChange[]): TextChange | undefined {
  const [first, last] = [changes[0], changes.at(-1)]
  if (!first || !last) return undefined
  const items = itemsOf(parts)
  const after = changes.flatMap((change, index) => {
    const next = changes[index + 1]
    return [...change.after, ...(next ? items.slice(change.at + change.before.length, next.at) : [])]
  })
  return { op: 'text', at: first.at, before: items.slice(first.at, last.at + last.before.length), after }
}

/** The lines before each table, and the table, as items; behind the last one lines alone. */
function stretchesOf(items: readonly Item[]): { lines: Item[]; table: Item[] }[] {
  const stretches: { lines: Item[]; table: Item[] }[] = [{ lines: [], table: [] }]
  for (const item of items) {
    const last = stretches.at(-1) as (typeof stretches)[number]
    if (typeof item === 'string') last.lines.push(item)
    else {
      last.table.push(item)
      stretches.push({ lines: [], table: [] })
    }
  }
  return stretches
}

/** The place among all passages of the one above a table, or of the last one; -1 where there is no such table. */
export function passageOf(parts: readonly Part[], above: string | null): number {
  const keys = sectionsOf(parts).map(({ key }) => key)
  return above === null ? keys.length : keys.indexOf(above)
}

/** The end that most lines of the text have; of a list without any, its tables. */
function usualEnd(parts: readonly Part[]): string {
  const lines = parts.flatMap((part) => ('prose' in part ? (part.prose.match(/\r\n?|\n/g) ?? []) : []))
  const ends = lines.length > 0 ? lines : sectionsOf(parts).map(({ frame }) => frame.eol)
  const count = (end: string) => ends.filter((one) => one === end).length
  return ['\n', '\r\n', '\r'].toSorted((a, b) => count(b) - count(a))[0] as string
}

/** A text's lines, those that the former text had with the ends that they had there. */
function withEnds(text: string, was: string, usual: string): string {
  const [old, lines] = [splitLines(was), splitLines(text).map((line) => line.text)]
  let at = 0
  const ended = diffArrays(old.map((line) => line.text), lines).flatMap(({ added, removed, value }) => {
    if (added) return value.map((line) => line + usual)
    at += value.length
    return removed ? [] : old.slice(at - value.length, at).map((line) => line.text + (line.eol || usual))
  })
  return ended.join('').replace(/(\r\n|\r|\n)$/, '')
}

/** The texts around tables: around those of the keys given, or all. */
function passages(parts: readonly Part[], keys?: readonly string[]): string[] {
  const found = ['']
  for (const part of parts) {
    if ('section' in part && (!keys || keys.includes(part.section.key))) found.push('')
    else found[found.length - 1] += render([part])
  }
  return found
}

function edgesOf(passage: string): { before: string; text: string; behind: string } {
  const rest = passage.replace(/^(?:[ \t]*(?:\r\n?|\n))*/, '')
  const text = rest.trimEnd()
  return { before: passage.slice(0, passage.length - rest.length), text, behind: rest.slice(text.length) }
}
