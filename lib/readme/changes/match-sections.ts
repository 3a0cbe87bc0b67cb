import { entryName, readCells } from '@/lib/catalog/entry'
import { nameKey } from '@/lib/catalog/fold'
import { keepSource, tableText } from '../frame'
import type { Section } from '../parse'
import { isSame } from './content'

/** A section before and after. */
export interface Pair {
  before: Section
  /** Read as the kind that it was. */
  after: Section
  /** As it stands in the document afterwards. */
  found: Section
}

/**
 * Tells which section became which: by key where keys are the catalog's own; else the same table, then the same heading and
 * columns, then most rows in common, then the same heading alone, then the same place between two others. A section whose
 * header turned into another kind's stays of the kind that it was, as long as its columns can be told one by one.
 */
export function matchSections(before: readonly Section[], after: readonly Section[], byKey: boolean): Pair[] {
  const pairs = new Map<Section, Section>()
  const pass = (keyOf: (section: Section) => string) => pairBy(before, after, pairs, keyOf)
  if (byKey) pass(({ key }) => key)
  else {
    pass(({ frame, rows }) => tableText(frame, rows))
    pass(({ heading, kind, frame }) => JSON.stringify([heading, kind, frame.header]))
    pairByRows(before, after, pairs)
    pass(({ heading }) => heading)
    pairByPlace(before, after, pairs)
  }
  return after.flatMap((section) => {
    const was = pairs.get(section)
    return was ? [{ before: was, after: asItWas(was, section), found: section }] : []
  })
}

function left(sections: readonly Section[], taken: { has(section: Section): boolean }): Section[] {
  return sections.filter((section) => !taken.has(section))
}

function pairBy(before: readonly Section[], after: readonly Section[], pairs: Map<Section, Section>, keyOf: (section: Section) => string): void {
  const waiting = new Map<string, Section[]>()
  for (const section of left(before, new Set(pairs.values()))) waiting.set(keyOf(section), [...(waiting.get(keyOf(section)) ?? []), section])
  for (const section of left(after, pairs)) {
    const list = waiting.get(keyOf(section)) ?? []
    const index = list.findIndex((was) => canBecome(was, section))
    if (index >= 0) pairs.set(section, list.splice(index, 1)[0] as Section)
  }
}

/** Pairs sections that have at least half of the smaller one's names in common, those with the most first. */
function pairByRows(before: readonly Section[], after: readonly Section[], pairs: Map<Section, Section>): void {
  const olds = left(before, new Set(pairs.values())).map((section) => ({ section, names: namesOf(section) }))
  const news = left(after, pairs).map((section) => ({ section, names: namesOf(section) }))
  const scored = olds.flatMap((was) =>
    news.flatMap((is) => {
      const common = [...is.names].filter((name) => was.names.has(name)).length
      const enough = common > 0 && common * 2 >= Math.min(was.names.size, is.names.size) && canBecome(was.section, is.section)
      return enough ? [{ was: was.section, is: is.section, common }] : []
    }),
  )
  const taken = new Set<Section>()
  for (const { was, is } of scored.sort((a, b) => b.common - a.common)) {
    if (taken.has(was) || pairs.has(is)) continue
    taken.add(was)
    pairs.set(is, was)
  }
}

function namesOf({ kind, frame, rows }: Section): Set<string> {
  const names = rows.map((row) => nameKey(entryName(readCells(kind, frame.columns, row.cells))))
  return new Set(names.filter((name) => name !== ''))
}

/** Pairs a section left alone between two others, or at an edge, with the one left alone there before. */
function pairByPlace(before: readonly Section[], after: readonly Section[], pairs: Map<Section, Section>): void {
  const taken = new Set(pairs.values())
  for (const [index, section] of after.entries()) {
    if (pairs.has(section)) continue
    const above = index === 0 ? -1 : before.indexOf(pairs.get(after[index - 1] as Section) as Section)
    const was = index > 0 && above === -1 ? undefined : before[above + 1]
    if (!was || taken.has(was) || !sharesHeader(was, section) || !canBecome(was, section)) continue
    pairs.set(section, was)
    taken.add(was)
  }
}

function sharesHeader(a: Section, b: Section): boolean {
  const common = b.frame.header.filter((cell) => a.frame.header.includes(cell)).length
  return common * 2 >= Math.max(a.frame.header.length, b.frame.header.length)
}

function canBecome(was: Section, is: Section): boolean {
  return was.kind === is.kind || was.frame.header.length === is.frame.header.length
}

/**
 * The section read as what it was: of its kind, and under the same header with the same columns, whatever most of its cells
 * now look like.
 */
function asItWas(was: Section, is: Section): Section {
  const sameHeader = isSame(was.frame.header, is.frame.header)
  const same = was.kind === is.kind && (!sameHeader || isSame(was.frame.columns, is.frame.columns))
  if (same || was.frame.header.length !== is.frame.header.length) return is
  const frame = { ...is.frame, columns: was.frame.columns }
  keepSource(frame, is.rows, tableText(is.frame, is.rows))
  return { ...is, kind: was.kind, frame }
}
