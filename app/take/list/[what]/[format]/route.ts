import { queryOf, searchOf } from '@/app/(public)/query'
import { aboutList } from '@/app/about-list'
import { catalogFile } from '@/app/streamed'
import { searchTitle } from '@/components/site/feeds'
import { site } from '@/components/site/site'
import { listSections } from '@/lib/api/section-list'
import type { Snapshot } from '@/lib/api/snapshot'
import { searchIds } from '@/lib/catalog/search/search'
import { database } from '@/lib/db'
import { formats, savedAs, type FormatName } from '@/lib/download/formats'
import { entriesListed, entriesNamed, written } from '@/lib/download/listing'
import { idsNamed } from '@/lib/download/selection'
import { entryKinds } from '@/lib/catalog/entry'

export const dynamic = 'force-dynamic'

/** A list in another form: /catalog.csv, /search.csv?subfield=radiology, /selection.bib?entry=model/uni (next.config leads here). */
export async function GET(request: Request, { params }: { params: Promise<{ what: string; format: string }> }): Promise<Response> {
  const { what, format } = await params
  return catalogFile(request, (snapshot) => {
    if (!Object.hasOwn(formats, format)) return null
    const name = format as FormatName
    const search = new URL(request.url).searchParams
    if (what === 'catalog') return wholeFile(snapshot, name)
    if (what === 'search') return foundFile(snapshot, name, search)
    return what === 'selection' ? selectionFile(snapshot, name, search) : null
  })
}

async function wholeFile(snapshot: Snapshot, name: FormatName) {
  const sections = await listSections(database(), snapshot)
  const kinds = entryKinds.filter((kind) => sections.some((section) => section.kind === kind))
  return file(name, 'catalog', { ...aboutList(snapshot), title: site.name, kinds }, entriesListed(database(), snapshot, sections))
}

/** What the page at the same address finds, in its order: all of it, and a thousand at most. */
async function foundFile(snapshot: Snapshot, name: FormatName, search: URLSearchParams) {
  const asked = searchOf(queryOf(search))
  const ids = await searchIds(database(), asked)
  return file(name, 'search', { ...aboutList(snapshot), title: searchTitle(asked), kinds: entryKinds }, entriesNamed(database(), snapshot, ids))
}

async function selectionFile(snapshot: Snapshot, name: FormatName, search: URLSearchParams) {
  const ids = await idsNamed(database(), search.getAll('entry'))
  return file(name, 'selection', { ...aboutList(snapshot), title: 'A selection', kinds: entryKinds }, entriesNamed(database(), snapshot, ids))
}

function file(name: FormatName, slug: string, listing: Parameters<typeof written>[1], parts: Parameters<typeof written>[2]) {
  return { type: formats[name].type, name: savedAs(name, slug), pieces: written(formats[name], listing, parts) }
}
