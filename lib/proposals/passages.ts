import { diffArrays } from 'diff'
import { sectionName } from '@/lib/catalog/section-name'
import { splitLines } from '@/lib/readme/lines'
import type { Part, Readme } from '@/lib/readme/parse'
import { render } from '@/lib/readme/render'

/** The text of a README between two of its tables, or before the first or behind the last. */
export interface Passage {
  /** Its place: as many tables stand before it. */
  index: number
  /** Without the empty lines around it. */
  text: string
  /** What the section of the table beneath is called; null of the last passage. */
  above: string | null
}

/** The passages of a README, in its order: one more than it has tables. */
export function passagesOf({ parts }: Readme): Passage[] {
  const above = headings(parts)
  return passages(parts).map((passage, index) => ({ index, text: edgesOf(passage).text, above: above[index] ?? null }))
}

/**
 * The README's text with another text in the place of a passage's, of whatever line ends. The empty lines around it stay, lines that it had
 * before keep their ends, and new ones get the README's usual one.
 */
export function withPassage({ parts }: Readme, index: number, text: string): string {
  const tables = parts.flatMap((part) => ('section' in part ? [render([part])] : []))
  return passages(parts)
    .map((passage, at) => {
      const { before, text: was, behind } = edgesOf(passage)
      const said = at === index ? before + withEnds(edgesOf(text).text, was, usualEnd(parts)) + behind : passage
      return said + (tables[at] ?? '')
    })
    .join('')
}

/** The one passage in which a README differs from another, as `after` has it, tables that came with it included; null where they differ otherwise. */
export function changedPassage(base: Readme, after: Readme): { index: number; text: string } | null {
  const known = base.parts.flatMap((part) => ('section' in part ? [part.section.key] : []))
  const kept = after.parts.flatMap((part) => ('section' in part && known.includes(part.section.key) ? [part.section.key] : []))
  if (String(kept) !== String(known)) return null
  const [was, is] = [passages(base.parts), passages(after.parts, known)]
  const changed = was.flatMap((text, index) => (text === is[index] ? [] : [index]))
  const [index] = changed
  return index === undefined || changed.length > 1 ? null : { index, text: edgesOf(is[index] as string).text }
}

function usualEnd(parts: readonly Part[]): string {
  const ends = parts.flatMap((part) => ('section' in part ? [part.section.frame.eol] : part.prose.match(/\r\n?|\n/g) ?? []))
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

function headings(parts: readonly Part[]): string[] {
  return parts.flatMap((part) => ('section' in part ? [sectionName({ ...part.section, slug: part.section.key })] : []))
}

function edgesOf(passage: string): { before: string; text: string; behind: string } {
  const rest = passage.replace(/^(?:[ \t]*(?:\r\n?|\n))*/, '')
  const text = rest.trimEnd()
  return { before: passage.slice(0, passage.length - rest.length), text, behind: rest.slice(text.length) }
}
