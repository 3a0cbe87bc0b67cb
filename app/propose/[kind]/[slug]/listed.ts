import { notFound } from 'next/navigation'
import { cache } from 'react'
import { isSlug } from '@/app/(public)/query'
import { entryKinds } from '@/lib/catalog/entry'
import { listedEntry, type ListedEntry } from '@/lib/catalog/form-data'
import { database } from '@/lib/db'

/** What an entry's own forms are asked for by. */
export interface EntryRequest {
  params: Promise<{ kind: string; slug: string }>
}

const load = cache(listedEntry)

/** The entry that a request names; the page is not found where the list has none. */
export async function listed(params: EntryRequest['params']): Promise<ListedEntry> {
  const { kind: given, slug } = await params
  const kind = entryKinds.find((known) => known === given) ?? notFound()
  return (isSlug(slug) ? await load(database(), kind, slug) : null) ?? notFound()
}
