import { z } from 'zod'
import type { Destination } from '@/lib/catalog/form-data'
import { positionSchema, type Position } from '@/lib/readme/change'

/** Where an entry goes: a section, and the place in its table. */
export interface Going {
  to: string
  place: Position
}

/** A place as the value of an option. */
export function printPlace({ to, place }: Going): string {
  return JSON.stringify([to, place])
}

/** Reads an option's value; null where it is none. */
export function readPlace(value: string): Going | null {
  try {
    const [to, place] = z.tuple([z.string(), positionSchema]).parse(JSON.parse(value))
    return { to, place }
  } catch {
    return null
  }
}

/** The places that an entry can go to, by section, its own first. */
export function placeOptions(destinations: readonly Destination[], section: string) {
  const own = destinations.filter(({ slug }) => slug === section)
  const others = destinations.filter(({ slug }) => slug !== section)
  return [...own, ...others].map(({ slug, heading, entries }) => {
    const option = (place: Going['place'], words: string) => ({ value: printPlace({ to: slug, place }), words })
    return {
      label: slug === section ? `${heading}: its own table` : heading,
      options: [
        ...(slug === section ? [] : [option('manner', `${heading}: where new entries go`)]),
        option('start', `${heading}: at the start`),
        option('end', `${heading}: at the end`),
        ...entries.map(({ slug: after, name }) => option({ after }, `${heading}: behind ${name}`)),
      ],
    }
  })
}
