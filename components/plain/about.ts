import { entryPath, sectionPath } from '@/components/entry/paths'
import type { EntryRef } from '@/lib/catalog/view'
import { link } from './markdown'

/** What a page's markdown is written for. */
export interface About {
  /** Scheme, host and port under which people reach the portal. */
  origin: string
  /** What the list is called. */
  list: string
  revision: number
  /** When that was made. */
  at: Date
}

/** Of which list and revision a page is. */
export function fromList({ origin, list, revision, at }: About): string {
  return `From ${link(list, `${origin}/`)}, catalog revision ${revision} of ${day(at)}.`
}

/** An entry's name, leading to its markdown. */
export function entryLink(entry: EntryRef, { origin }: Pick<About, 'origin'>): string {
  return link(entry.name, `${origin}${entryPath(entry)}.md`)
}

/** A section's heading, leading to its markdown. */
export function sectionLink({ slug, heading }: { slug: string; heading: string }, { origin }: Pick<About, 'origin'>): string {
  return link(heading, `${origin}${sectionPath(slug)}.md`)
}

/** A moment's day in UTC. */
export function day(at: Date): string {
  return at.toISOString().slice(0, 10)
}
