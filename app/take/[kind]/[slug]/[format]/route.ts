import { isSlug } from '@/app/(public)/query'
import { aboutList } from '@/app/about-list'
import { atOnce, catalogFile } from '@/app/streamed'
import { readEntry } from '@/lib/api/one-entry'
import { listSections } from '@/lib/api/section-list'
import type { Snapshot } from '@/lib/api/snapshot'
import { entryKinds, kindOf } from '@/lib/catalog/entry'
import { database } from '@/lib/db'
import { entryMarkdown } from '@/lib/download/entry-markdown'
import { formats, savedAs, type FormatName } from '@/lib/download/formats'
import { entriesListed, entriesNamed, partOf, written } from '@/lib/download/listing'

export const dynamic = 'force-dynamic'

interface Params {
  kind: string
  slug: string
  format: string
}

/** A page's content in another form: /sections/text.csv, /models/uni.bib, /datasets/mimic-cxr.md (next.config leads here). */
export async function GET(request: Request, { params }: { params: Promise<Params> }): Promise<Response> {
  const { kind, slug, format } = await params
  return catalogFile(request, (snapshot) => {
    if (!Object.hasOwn(formats, format) || !isSlug(slug)) return null
    const name = format as FormatName
    return kind === 'sections' ? sectionFile(snapshot, slug, name) : entryFile(snapshot, kind, slug, name)
  })
}

async function sectionFile(snapshot: Snapshot, slug: string, name: FormatName) {
  const section = (await listSections(database(), snapshot)).find((one) => one.slug === slug)
  if (!section) return null
  const listing = { ...aboutList(snapshot), title: section.heading, kinds: [section.kind], columns: section.frame.columns }
  const parts = entriesListed(database(), snapshot, [section])
  return { type: formats[name].type, name: savedAs(name, slug), pieces: written(formats[name], listing, parts) }
}

async function entryFile(snapshot: Snapshot, words: string, slug: string, name: FormatName) {
  const kind = entryKinds.find((one) => kindOf(one).words.many === words)
  const entry = kind ? await readEntry(database(), snapshot, { kind, slug }) : null
  if (!entry?.ok) return null
  if (name === 'md') {
    const section = (await listSections(database(), snapshot)).find((one) => one.slug === entry.value.section.slug)
    if (!section) return null
    return { type: formats.md.type, pieces: atOnce(entryMarkdown(entry.value, aboutList(snapshot), partOf(section))) }
  }
  const listing = { ...aboutList(snapshot), title: entry.value.name, kinds: [entry.value.kind] }
  return { type: formats[name].type, name: savedAs(name, slug), pieces: written(formats[name], listing, entriesNamed(database(), snapshot, [entry.value.id])) }
}
