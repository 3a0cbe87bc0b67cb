import { z } from 'zod'
import type { Link } from '@/lib/catalog/cell'
import type { Change } from '@/lib/readme/change'
import { bearing, type Offer } from './offers'

/** One value of a change, and who says the same. */
export const evidenceSchema = z.object({
  /** Where in the entry: "name", "paper.url", "papers.0", "more.Year". */
  field: z.string(),
  /** The text that was sent; of a list's link its address. */
  value: z.string(),
  service: z.string(),
  page: z.string().nullable(),
  at: z.string(),
})
export type Evidence = z.output<typeof evidenceSchema>

const linkSchema = z.object({ label: z.string(), url: z.string() })

/**
 * What look-ups bear out of a change: each value that still says what a look-up has for its place, with the first that does. What
 * was typed over it afterwards has none. Of a change that brings no values nothing is.
 */
export function evidenceOf(change: Change, offers: readonly Offer[]): Evidence[] {
  return valuesOf(change).flatMap(({ field, place, value }) => {
    const offer = bearing(offers, place, value)
    return offer ? [{ field, value: typeof value === 'string' ? value.trim() : value.url, ...offer.source }] : []
  })
}

interface Said {
  field: string
  place: string
  value: string | Link
}

function valuesOf(change: Change): Said[] {
  if (change.op !== 'add' && change.op !== 'edit') return []
  const [fields, more] =
    change.op === 'add' ? [change.entry.fields, change.entry.more ?? {}] : [valuesAfter(change.fields ?? {}), valuesAfter(change.more ?? {})]
  return [
    ...Object.entries(fields).flatMap(([name, value]) => saidIn(name, value)),
    ...Object.entries(more).flatMap(([column, value]) => (typeof value === 'string' ? [said(`more.${column}`, value)] : [])),
  ]
}

function valuesAfter(steps: Record<string, { after?: unknown }>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(steps).map(([name, { after }]) => [name, after]))
}

function saidIn(name: string, value: unknown): Said[] {
  if (typeof value === 'string') return [said(name, value)]
  const one = linkSchema.safeParse(value)
  if (one.success) return [said(`${name}.label`, one.data.label), said(`${name}.url`, one.data.url)]
  const several = z.array(linkSchema).safeParse(value)
  return several.success ? several.data.map((link, index) => ({ field: `${name}.${index}`, place: name, value: link })) : []
}

function said(field: string, value: string): Said {
  return { field, place: field, value }
}

/** What was borne out before, as an offer: the next version of a proposal may say it again. */
export function offerOf({ field, value, service, page, at }: Evidence): Offer {
  const list = /^(papers|links)\.\d+$/.exec(field)?.[1]
  const place = list ?? field
  return { place, value: list === undefined ? value : { label: '', url: value }, source: { service, page, at }, instead: false }
}
