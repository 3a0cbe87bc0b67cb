import { z } from 'zod'
import { entryKinds } from '@/lib/catalog/entry'
import type { Filter } from '@/lib/catalog/queries'

/** The parameters of an address, as Next hands them over. */
export type Query = Record<string, string | string[] | undefined>

// Addresses are typed by anybody: what makes no sense in one is left out, never an error. Control characters would be one
// to the database.
const words = z
  .preprocess((value) => (Array.isArray(value) ? value[0] : value), z.string())
  .transform((text) => text.replace(/[\p{Cc}\p{Cs}]/gu, ' ').trim().slice(0, 200) || undefined)
  .optional()
  .catch(undefined)

const filter = z.object({ q: words, section: words, subfield: words, kind: words.pipe(z.enum(entryKinds).optional()).catch(undefined) })

/** What the home page's address filters by. */
export function filterOf(query: Query): Filter {
  const read = filter.parse(query)
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined))
}

/** Whether an address part may name an entry or a section; the others need no question to the database. */
export function isSlug(text: string): boolean {
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) && text.length <= 100
}

/** A cursor of a section's page: a rank; undefined where it can't be one. */
export function cursorOf(query: Query): string | undefined {
  const { after } = query
  return typeof after === 'string' && /^[!-~]{1,200}$/.test(after) ? after : undefined
}

/** A catalog revision as an address writes it; undefined where it is none. */
export function revisionOf(text: string | string[] | undefined): number | undefined {
  return typeof text === 'string' && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined
}
