import { kindOf } from '@/lib/catalog/entry'
import type { EntryRef } from '@/lib/catalog/view'

/** The address of an entry's page. */
export function entryPath({ kind, slug }: Pick<EntryRef, 'kind' | 'slug'>): string {
  return `/${kindOf(kind).words.many}/${slug}`
}

/** The address of the form that proposes a change of an entry: of its fields, its removal, or its place. */
export function changePath({ kind, slug }: Pick<EntryRef, 'kind' | 'slug'>, what: 'edit' | 'remove' | 'move' = 'edit'): string {
  return `/propose/${kind}/${slug}${what === 'edit' ? '' : `/${what}`}`
}

/** The address of a section's page, or of a later part of it. */
export function sectionPath(slug: string, query: Record<string, string | undefined> = {}): string {
  return withQuery(`/sections/${slug}`, query)
}

/** The address of the page that asks whether to watch something: "all", "section/text", "model/clip" (lib/notices/subject). */
export function watchPath(of: string): string {
  return withQuery('/watching', { of })
}

/** The address of a person's public page. */
export function personPath(id: string): string {
  return `/people/${id}`
}

/** An address with those of its parameters that say something. */
export function withQuery(path: string, query: Record<string, string | undefined>): string {
  const said = Object.entries(query).filter((pair): pair is [string, string] => Boolean(pair[1]))
  return said.length === 0 ? path : `${path}?${new URLSearchParams(said)}`
}
