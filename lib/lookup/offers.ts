import { link as linkCell, text as textCell, type Link } from '@/lib/catalog/cell'
import { columnOf, type Columns, type EntryKind } from '@/lib/catalog/entry'
import { withoutNumber } from '@/lib/catalog/header'
import { namingRank } from '@/lib/catalog/kinds/table'
import { cleanLine } from './clean'
import type { Found } from './found'
import { addressOf } from './identifier'

/** A look-up as it is told of: what was found, and when. */
export interface LookedUp {
  /** The moment, as ISO writes it. */
  at: string
  found: Found
}

/** Who says something, where that can be seen, and when they said it. */
export interface Source {
  service: string
  page: string | null
  at: string
}

/**
 * A value that a look-up has for one place of an entry: "name", "paper.label", "paper.url", "code.label", "code.url", "papers",
 * "links", or "more." and a column. A list's value is a link, all others are text.
 */
export interface Offer {
  place: string
  value: string | Link
  source: Source
  /** Whether it is no first choice: the published version of a preprint, beside the preprint that was asked for. */
  instead: boolean
}

/** What a look-up has for an entry of a kind, place by place, in the entry's order; `columns` are its section's, null where none is chosen. */
export function offersOf({ at, found }: LookedUp, kind: EntryKind, columns: Columns | null): Offer[] {
  const source = { service: found.service, page: found.page, at }
  const has = (column: string) => columns === null || columns.includes(column)
  const own = kind === 'model' ? modelOffers(found, has) : kind === 'dataset' ? datasetOffers(found, has) : []
  const all = columns ?? []
  const more = all.filter((column) => !columnOf(kind, column)).flatMap((column) => cellOffer(found, column, all))
  return [...own, ...more].map(([place, value, instead = false]) => ({ place, value, source, instead }))
}

type Said = [place: string, value: string | Link, instead?: boolean]

function modelOffers({ name, title, paper, place, published }: Found, has: (column: string) => boolean): Said[] {
  const url = publishedUrl(published)
  return [
    ...(name !== null && has('name') ? [['name', name] as Said] : []),
    ...(title !== null && has('paper') ? [['paper.label', title] as Said] : []),
    ...(paper && has('paper') ? [['paper.url', paper.url] as Said] : []),
    ...(url !== null && has('paper') ? [['paper.url', url, true] as Said] : []),
    ...(place && has('code') ? [['code.url', place.url], ['code.label', place.label]] as Said[] : []),
  ]
}

function datasetOffers({ name, paper, place, published }: Found, has: (column: string) => boolean): Said[] {
  const url = publishedUrl(published)
  return [
    ...(name !== null && has('name') ? [['name', name] as Said] : []),
    ...(paper && has('name') ? [['papers', paper] as Said] : []),
    ...(url !== null && has('name') ? [['papers', { url, label: cleanLine(published?.where, 60) ?? '' }, true] as Said] : []),
    ...(place && has('links') ? [['links', place] as Said] : []),
  ]
}

function publishedUrl(published: Found['published']): string | null {
  return published?.by ? addressOf(published.by) : null
}

const years = /^(year|published|date|publication (year|date))$/i
const papers = /^(paper|title|paper title|publication|article|reference)s?$/i
const codes = /^(code|github|repo|repository|source|implementation)s?$/i
const places = /^(link|url|website|site|homepage|project|download|access|data)s?$/i

/** What a column of a table's own is offered, told by its header; the one that names the rows gets the name where nothing else fits. */
function cellOffer(found: Found, column: string, columns: Columns): Said[] {
  const header = withoutNumber(column)
  const cell = years.test(header) ? yearCell(found) : papers.test(header) ? paperCell(found) : codes.test(header) ? placeCell(found.place) : null
  const value = cell ?? (places.test(header) ? placeCell(found.place ?? found.paper) : names(column, columns) ? nameCell(found) : null)
  return value === null ? [] : [[`more.${column}`, value]]
}

function yearCell({ year }: Found): string | null {
  return year === null ? null : String(year)
}

function paperCell({ title, paper }: Found): string | null {
  if (title === null) return null
  return paper ? linkCell.print({ label: title, url: paper.url }) : textCell.print(title)
}

function placeCell(place: Link | null): string | null {
  return place && linkCell.print({ label: place.label === '' ? 'Link' : place.label, url: place.url })
}

function nameCell({ name }: Found): string | null {
  return name === null ? null : textCell.print(name)
}

function names(column: string, columns: Columns): boolean {
  const clearest = Math.min(...columns.map(namingRank))
  return columns.find((other) => namingRank(other) === clearest) === column
}

/** The offer that says what stands at a place: rather one that says so first and foremost than one that names it beside another. */
export function bearing(offers: readonly Offer[], place: string, said: string | Link): Offer | undefined {
  const same = offers.filter((offer) => offer.place === place && isOffered(offer, said))
  return same.find(({ instead }) => !instead) ?? same[0]
}

/** Whether an offer is what stands there: a list's links are told by their addresses. */
export function isOffered({ value }: Offer, said: string | Link): boolean {
  if (typeof value === 'string') return typeof said === 'string' && said.trim() === value
  return typeof said !== 'string' && said.url.trim() === value.url
}
