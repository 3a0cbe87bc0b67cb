import { itemSchema } from '@/lib/readme/change'
import { withoutEnd } from '@/lib/readme/lines'
import type { Clash } from '@/lib/readme/merge'
import type { Readme } from '@/lib/readme/parse'
import { labelOf } from './field-steps'
import { shownValue, type Shown } from './shown-value'
import { Teller } from './told'

/** A clash as people are told of it: what two changed in different ways. */
export interface ToldClash {
  /** The heading of the section; null: the text around the tables. */
  section: string | null
  /** The entry's name; null: the section itself, or text. */
  entry: string | null
  /** What the field or column is called; null: all of it. */
  field: string | null
  /** The change that clashes, by its place among the version's, and the field's own name; null where neither an edit's field nor a text clashes. */
  of: { ordinal: number; name: string } | null
  /** Of a clash of text: its passage as both sides together have it, with what is proposed where they clash; null of others. */
  passage: string | null
  /** In a sentence. */
  what: string
  /** What it was, what the catalog says by now, and what is proposed; all empty where there are no such values. */
  base: Shown[]
  ours: Shown[]
  theirs: Shown[]
}

/** Tells clashes by the README that both sides began with. */
export function tellClashes(base: Readme, clashes: readonly Clash[]): ToldClash[] {
  const teller = new Teller(base)
  return clashes.map(({ section, entry, field, what, ...values }) => ({
    section: section === '' ? null : teller.sectionOf(section).heading,
    entry: entry === null ? null : teller.nameOf(section, entry),
    ...{ field: field === null ? null : labelOf(field), of: null, passage: null, what },
    ...{ base: shown(teller, values.base), ours: shown(teller, values.ours), theirs: shown(teller, values.theirs) },
  }))
}

/** A value's parts; of lines of the text without their ends, and with the tables among them by their headings. */
function shown(teller: Teller, value: Clash['base']): Shown[] {
  if (!Array.isArray(value)) return shownValue(value)
  return value.flatMap((item) => {
    const table = itemSchema.safeParse(item)
    if (!table.success) return shownValue(item)
    return [{ text: typeof table.data === 'string' ? withoutEnd(table.data) : `The table “${teller.sectionOf(table.data.section).heading}”` }]
  })
}

const named = 5

/** Clashes in one sentence, the first of them by name. */
export function sayClashes(clashes: readonly ToldClash[]): string {
  const places = clashes.slice(0, named).map(({ section, entry, field }) => {
    const place = [entry, section].filter((part) => part !== null).join(' in ') || 'the text around the tables'
    return field === null ? place : `${field} of ${place}`
  })
  const others = clashes.length - places.length
  const more = others > 0 ? `; and ${others} more` : ''
  return `Since this was proposed, the catalog changed the same otherwise: ${places.join('; ')}${more}.`
}
