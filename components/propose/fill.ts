import type { Link } from '@/lib/catalog/cell'
import type { EntryKind } from '@/lib/catalog/entry'
import { bearing, isOffered, type Offer, type Source } from '@/lib/lookup/offers'
import { columnOfField, fieldName } from './column-fields'
import type { LinkValues, Values } from './values'

/** The form's field for a place of an entry: "paper.url" of a model is "model.paper.url", "papers" of a dataset the list "dataset.papers". */
export function pathOf(kind: EntryKind, place: string): string {
  return place.startsWith('more.') ? `more.${fieldName(place.slice('more.'.length))}` : `${kind}.${place}`
}

/** The place that a field is for; a row of a list is for the list's. */
export function placeOf(path: string): string {
  if (path.startsWith('more.')) return `more.${columnOfField(path.slice('more.'.length))}`
  return path.replace(/^(model|dataset)\./, '').replace(/^(papers|links)\..*$/, '$1')
}

/** What look-ups say of a field's value: who says the same, and what else is offered, each once. */
export function toldOf(place: string, value: string | Link, offers: readonly Offer[]): { from: Source | null; others: Offer[] } {
  const from = bearing(offers, place, value)?.source ?? null
  return { from, others: distinct(offers.filter((offer) => offer.place === place && !isOffered(offer, value))) }
}

/** What look-ups have for a list that stands in none of its rows. */
export function missingIn(place: string, rows: readonly Link[], offers: readonly Offer[]): Offer[] {
  return distinct(offers.filter((offer) => offer.place === place && !rows.some((row) => isOffered(offer, row))))
}

function distinct(offers: readonly Offer[]): Offer[] {
  return [...new Map(offers.map((offer) => [typeof offer.value === 'string' ? offer.value : offer.value.url, offer])).values()]
}

/** What filling a form comes to: its values with what was empty filled, by path; and the fields that say something else. */
export interface Filling {
  set: { path: string; value: string | LinkValues[] }[]
  other: string[]
}

/** Fills what is empty, and what says what one of `over` says; everything else stays, and is named where an offer differs. */
export function fill(kind: EntryKind, values: Values, offers: readonly Offer[], over: readonly Offer[] = []): Filling {
  const filling: Filling = { set: [], other: [] }
  for (const offer of offers.filter(({ instead }) => !instead)) {
    const path = pathOf(kind, offer.place)
    if (typeof offer.value === 'string') fillText(filling, path, offer.value, values, over.filter(({ place }) => place === offer.place))
    else fillList(filling, path, offer.value, values, over.filter(({ place }) => place === offer.place))
  }
  return filling
}

function fillText({ set, other }: Filling, path: string, value: string, values: Values, over: readonly Offer[]): void {
  if (set.some((one) => one.path === path)) return
  const stands = textAt(values, path).trim()
  const isFree = stands === '' || over.some((offer) => isOffered(offer, stands))
  if (stands === value) return
  if (isFree && !isSetAside(values, path)) set.push({ path, value })
  else other.push(path)
}

function fillList({ set, other }: Filling, path: string, link: Link, values: Values, over: readonly Offer[]): void {
  const rows = rowsAt(values, path)
  const said = rows.findIndex(({ url }) => url.trim() === link.url)
  if (said !== -1) return rows[said]?.label.trim() === '' && link.label !== '' ? void set.push({ path, value: rows.with(said, link) }) : undefined
  const free = rows.findIndex((row) => (row.label.trim() === '' && row.url.trim() === '') || over.some((offer) => isOffered(offer, row)))
  if (free === -1) other.push(path)
  else set.push({ path, value: rows.with(free, link) })
}

/** What a person said there is none of is not filled behind their back. */
function isSetAside({ model }: Values, path: string): boolean {
  return (path.startsWith('model.paper.') && model.noPaper) || (path.startsWith('model.code.') && model.noCode)
}

function textAt(values: Values, path: string): string {
  const found = path.split('.').reduce<unknown>((node, step) => (node as Record<string, unknown> | undefined)?.[step], values)
  return typeof found === 'string' ? found : ''
}

/** A list's rows by its path. */
export function rowsAt({ dataset }: Values, path: string): LinkValues[] {
  return path === 'dataset.papers' ? dataset.papers : dataset.links
}
