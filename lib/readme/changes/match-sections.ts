import { entryName, readCells } from '@/lib/catalog/entry'
import { nameKey } from '@/lib/catalog/fold'
import { keysOf } from '@/lib/catalog/header'
import { keepSource, nameColumns, tableText, type Frame } from '../frame'
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
 * Tells which section became which: by key where keys are the catalog's own; else the same table (of several those under the
 * same heading), then the same heading and columns, then most rows in common, then the same heading alone, then the same place
 * between two others. A section whose header turned into another kind's stays of the kind that it was, as long as its columns can
 * be told one by one.
 */
export function matchSections(before: readonly Section[], after: readonly Section[], byKey: boolean): Pair[] {
  const pairs = new Map<Section, Section>()
  const pass = (keyOf: (section: Section) => string | undefined) => pairBy(before, after, pairs, keyOf)
  if (byKey) pass(({ key }) => key)
  else {
    const text = ({ frame, rows }: Section) => tableText(frame, rows)
    const likeness = ({ heading, kind, frame }: Section) => JSON.stringify([heading, kind, frame.header])
    pass((section) => JSON.stringify(section.heading) + text(section))
    for (const keyOf of [text, likeness]) pass(telling(before, after, keyOf))
    pass(text)
    pairByRows(before, after, pairs)
    pass(likeness)
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

function pairBy(before: readonly Section[], after: readonly Section[], pairs: Map<Section, Section>, keyOf: (section: Section) => string | undefined): void {
  const waiting = new Map<string, Section[]>()
  for (const section of left(before, new Set(pairs.values()))) {
    const key = keyOf(section)
    if (key !== undefined) waiting.set(key, [...(waiting.get(key) ?? []), section])
  }
  for (const section of left(after, pairs)) {
    const list = waiting.get(keyOf(section) ?? '') ?? []
    const index = list.findIndex((was) => canBecome(was, section))
    if (index >= 0) pairs.set(section, list.splice(index, 1)[0] as Section)
  }
}

/** A key only where just one section has it before, and one afterwards. */
function telling(before: readonly Section[], after: readonly Section[], keyOf: (section: Section) => string): (section: Section) => string | undefined {
  const [isOne, isOneNow] = [once(before.map(keyOf)), once(after.map(keyOf))]
  return (section) => {
    const key = keyOf(section)
    return isOne(key) && isOneNow(key) ? key : undefined
  }
}

/** Tells which keys stand in a list once. */
function once(keys: readonly string[]): (key: string) => boolean {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return (key) => counts.get(key) === 1
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
  return commonHeaders(a, b) * 2 >= Math.max(a.frame.header.length, b.frame.header.length)
}

function commonHeaders(a: Section, b: Section): number {
  return b.frame.header.filter((cell) => a.frame.header.includes(cell)).length
}

/** Whether a section may have turned into another: one of its kind, or one that has half of its columns under the same headers. */
function canBecome(was: Section, is: Section): boolean {
  if (was.kind === is.kind) return true
  const common = commonHeaders(was, is)
  return common > 0 && common * 2 >= Math.min(was.frame.header.length, is.frame.header.length)
}

/**
 * The section read as what it was: of its kind, and under the same header with the same columns, whatever most of its cells
 * now look like.
 */
function asItWas(was: Section, is: Section): Section {
  const isSameHeader = isSame(was.frame.header, is.frame.header)
  if (was.kind === is.kind && (!isSameHeader || isSame(was.frame.columns, is.frame.columns))) return is
  const frame = nameColumns(is.frame, isSameHeader ? was.frame.columns : columnsAs(was.frame, is.frame))
  keepSource(frame, is.rows, tableText(is.frame, is.rows))
  return { ...is, kind: was.kind, frame }
}

/** What another header's columns are in a section: those of the same text, and what is left in order where it is as many. */
function columnsAs(was: Frame, is: Frame): string[] {
  const known = is.header.map((cell) => was.columns[was.header.indexOf(cell)]).map((key, at, all) => (all.indexOf(key) === at ? key : undefined))
  const free = was.columns.filter((key) => !known.includes(key))
  const unknown = known.filter((key) => key === undefined).length
  return keysOf(is.header, free.length === unknown ? known.map((key) => key ?? free.shift()) : known)
}
