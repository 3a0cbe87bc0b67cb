import type { EntryKind } from '@/lib/catalog/entry'

/** How many listed entries of a kind have a paper of a year. An entry with papers of two years is counted in both. */
export interface YearCounts {
  kind: EntryKind
  /** Only years that have entries, the oldest first. */
  years: { year: number; entries: number }[]
  /** Entries whose papers' year nobody can tell, those without a paper among them. */
  unknown: number
}

/** A value of a facet: its key, as addresses have it, what it is called, how many entries have it. */
export interface Tally {
  key: string
  label: string
  entries: number
}

/**
 * The first `most` of what was found, of `all` that there are, or all of them where they are but one more: it takes no more room than the
 * words that it is missing. `found` must hold one more than `most` if there are so many.
 */
export function shownOf<T>(found: readonly T[], all: number, most: number): T[] {
  return found.slice(0, all === most + 1 ? all : most)
}

/** Models by subfield and base model. */
export interface Matrix {
  /** The commonest first. */
  subfields: Tally[]
  bases: Tally[]
  /** Those of the shown subfields and bases that have entries. */
  cells: { subfield: string; base: string; entries: number }[]
  /** How many of either are not shown, counted to a thousand. */
  moreSubfields: number
  moreBases: number
}

/** How many entries a section lists. */
export interface SectionTally {
  kind: EntryKind
  slug: string
  heading: string
  entries: number
}

/** How many entries the catalog had at a revision, by kind. */
export interface SizeAt {
  revision: number
  /** When it was made. */
  at: Date
  entries: Record<EntryKind, number>
}
