import { kindOf, type EntryKind, type ReadEntry } from '../entry'
import { nameKey } from '../fold'
import { addressesOf, identityOfUrl } from '../identity'
import { labelFor } from '../label'
import { plainText } from '../markdown'
import { publishedIn } from './published'

/** What a reader narrows the catalog by, in the order that pages and addresses have. */
export const facetNames = ['kind', 'section', 'subfield', 'base', 'data', 'code', 'venue', 'year', 'starred'] as const

export type FacetName = (typeof facetNames)[number]

/** Facets that an entry has or has not: what can be chosen of them is one value. */
export const singleFacets: readonly FacetName[] = ['code', 'starred']

/** A value that an entry has by a facet: its key, as addresses and the database have it, and what it is called. */
export interface FacetValue {
  facet: FacetName
  key: string
  label: string
}

/** What an entry of a section (by its id) can be narrowed down by; each value once. */
export function facetsOf(sectionId: string, entry: ReadEntry): FacetValue[] {
  const fields: Record<string, unknown> = entry.fields
  const terms = Object.entries(kindOf(entry.kind).terms(entry.fields as never)).flatMap(([facet, values]) =>
    values.map((value) => ({ facet: facet as FacetName, key: nameKey(value), label: value })),
  )
  const papers = papersOf(entry)
  const found: FacetValue[] = [
    { facet: 'kind', key: entry.kind, label: '' },
    { facet: 'section', key: sectionId, label: '' },
    ...terms,
    ...(hasCode(entry.kind, fields, entry) ? [{ facet: 'code' as const, key: 'yes', label: '' }] : []),
    ...papers.map((url) => venueOf(url)).filter((value) => value !== undefined),
    ...yearsOf(entry, papers).map((year) => ({ facet: 'year' as const, key: String(year), label: String(year) })),
    ...(fields.starred === true ? [{ facet: 'starred' as const, key: 'yes', label: '' }] : []),
  ]
  return [...new Map(found.filter(({ key }) => key !== '').map((value) => [`${value.facet}:${value.key}`, value])).values()]
}

/** A value as the index has it. */
export function facetToken({ facet, key }: Pick<FacetValue, 'facet' | 'key'>): string {
  return `${facet}:${key}`
}

function hasCode(kind: EntryKind, fields: Record<string, unknown>, entry: ReadEntry): boolean {
  if (kind === 'model' && 'code' in fields) return fields.code !== null
  return addressesOf(entry).some((url) => identityOfUrl(url).startsWith('repo:'))
}

/** Addresses of an entry's papers: its paper, its papers, or, of a row that says no more of itself, whatever it leads to. */
function papersOf(entry: ReadEntry): string[] {
  if (entry.kind === 'model') return entry.fields.paper ? [entry.fields.paper.url] : []
  if (entry.kind === 'dataset') return (entry.fields.papers ?? []).map(({ url }) => url)
  return addressesOf(entry).filter((url) => labelFor(url, 'paper') !== '' || identityOfUrl(url).startsWith('doi:'))
}

/** Where a paper is published: its publisher or server where it is well known, its host otherwise. */
function venueOf(url: string): FacetValue | undefined {
  const known = labelFor(url, 'paper')
  const label = known || (URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : '')
  return label ? { facet: 'venue', key: nameKey(label), label } : undefined
}

/** The years of an entry's papers: what a column of it says, or what their addresses say; newest first. */
export function yearsOf(entry: ReadEntry, papers: readonly string[] = papersOf(entry)): number[] {
  const told = yearsTold(entry)
  const years = told.length > 0 ? told : papers.map(publishedIn).filter((year) => year !== undefined)
  return [...new Set(years)].sort((a, b) => b - a)
}

/** Those of them that no column of the entry says, so that whoever reads its row does not know them; newest first. */
export function yearsUntold(entry: ReadEntry): number[] {
  return yearsTold(entry).length > 0 ? [] : yearsOf(entry)
}

function yearsTold({ more }: ReadEntry): number[] {
  return Object.entries(more).flatMap(([key, cell]) => (/year|date|published/i.test(key) ? (plainText(cell).match(/\b(?:19|20)\d\d\b/g) ?? []) : [])).map(Number)
}
