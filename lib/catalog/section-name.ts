import { kindOf, type EntryKind } from './entry'
import { slugify } from './fold'
import { plainText } from './markdown'

/** What a section's slug is made of: what its heading says, or, where no heading stands above its table, what it lists. */
export function slugSource(heading: string, kind: EntryKind): string {
  return plainText(heading) || kindOf(kind).words.many
}

/**
 * What a section is called on a page: what its heading says, and its number where several tables stand under one heading
 * (their slugs are numbered: "tools", "tools-2").
 */
export function sectionName({ slug, heading, kind }: { slug: string; heading: string; kind: EntryKind }): string {
  const name = plainText(heading) || 'Table without a heading'
  const base = `${slugify(slugSource(heading, kind))}-`
  const number = slug.startsWith(base) ? slug.slice(base.length) : ''
  return /^\d+$/.test(number) ? `${name} (${number})` : name
}
