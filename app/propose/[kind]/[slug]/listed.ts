import { notFound } from 'next/navigation'
import { cache } from 'react'
import { isSlug } from '@/app/(public)/query'
import { entryKinds, type EntryKind } from '@/lib/catalog/entry'
import { listedEntry, type ListedEntry } from '@/lib/catalog/form-data'
import { database } from '@/lib/db'

/** What an entry's own forms are asked for by. */
export interface EntryRequest {
  params: Promise<{ kind: string; slug: string }>
}

const load = cache(listedEntry)

/** The entry that a request names, by its kind and slug; `found` is null where the list has none, or none any more. */
export async function listed(params: EntryRequest['params']): Promise<{ kind: EntryKind; slug: string; found: ListedEntry | null }> {
  const { kind: given, slug } = await params
  const kind = entryKinds.find((known) => known === given) ?? notFound()
  if (!isSlug(slug)) notFound()
  return { kind, slug, found: await load(database(), kind, slug) }
}
