import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { ImageResponse } from 'next/og'
import { isSlug } from '@/app/(public)/query'
import { atOnce, catalogFile } from '@/app/streamed'
import { contentsInWords, counted, kindNames } from '@/components/entry/words'
import { SharePicture, type ShareWords } from '@/components/pictures/share-picture'
import { site } from '@/components/site/site'
import { readEntry } from '@/lib/api/one-entry'
import { listSections, readSection } from '@/lib/api/section-list'
import type { Snapshot } from '@/lib/api/snapshot'
import { entryKinds, kindOf, type EntryKind } from '@/lib/catalog/entry'
import { database } from '@/lib/db'
import { aboutEntry } from '@/lib/metadata/about'
import { pictureText } from '@/lib/metadata/picture-text'

export const dynamic = 'force-dynamic'

/** What stands for a page where a link to it is shared: /models/uni.png, /sections/text.png, /catalog.png (next.config leads here). */
export async function GET(request: Request, { params }: { params: Promise<{ kind: string; slug: string }> }): Promise<Response> {
  const { kind, slug } = await params
  return catalogFile(request, async (snapshot) => {
    const words = isSlug(slug) ? await wordsOf(snapshot, kind, slug) : null
    return words && { type: 'image/png', pieces: atOnce(await draw(words)) }
  })
}

/** Pages that are there once, as their pictures tell them. */
const ownPages: Record<string, { above: string; name: string }> = {
  catalog: { above: 'A curated list', name: 'Foundation models and datasets in healthcare' },
  stats: { above: site.name, name: 'The list in pictures' },
}

async function ownPage(snapshot: Snapshot, page: string): Promise<ShareWords | null> {
  const words = Object.hasOwn(ownPages, page) ? ownPages[page] : undefined
  if (!words) return null
  const sections = await listSections(database(), snapshot)
  const total = (kind: EntryKind) => sections.reduce((sum, section) => sum + (section.kind === kind ? (section.size ?? 0) : 0), 0)
  return { ...words, about: contentsInWords({ model: total('model'), dataset: total('dataset'), table: total('table') }, sections.length) }
}

async function wordsOf(snapshot: Snapshot, words: string, slug: string): Promise<ShareWords | null> {
  if (words === 'pages') return ownPage(snapshot, slug)
  if (words === 'sections') {
    const section = await readSection(database(), snapshot, slug)
    return section.ok ? drawable('Section', section.value.heading, slug, counted(section.value.size ?? 0, section.value.kind)) : null
  }
  const kind = entryKinds.find((one) => kindOf(one).words.many === words)
  const entry = kind && (await readEntry(database(), snapshot, { kind, slug }))
  if (!entry?.ok) return null
  const { name, section } = entry.value
  return drawable(`${kindNames[entry.value.kind].one} · ${section.heading}`, name, slug, aboutEntry(entry.value.entry))
}

/** A name in letters that can't be drawn is told by its address, which has only such as can. */
function drawable(above: string, name: string, slug: string, about: string): ShareWords {
  return { above: pictureText(above, 60) ?? site.name, name: pictureText(name, 70) ?? slug, about: pictureText(about, 130) ?? '' }
}

// Each by its whole path, so that the build sees which files these are.
const regular = () => readFile(path.join(process.cwd(), 'node_modules/geist/dist/fonts/geist-sans/Geist-Regular.ttf'))
const semiBold = () => readFile(path.join(process.cwd(), 'node_modules/geist/dist/fonts/geist-sans/Geist-SemiBold.ttf'))
let faces: Promise<[regular: Buffer, semiBold: Buffer]> | undefined

async function draw(words: ShareWords): Promise<Uint8Array> {
  const [thin, thick] = await (faces ??= Promise.all([regular(), semiBold()]))
  const fonts = [{ name: 'Geist', data: thin, weight: 400 as const }, { name: 'Geist', data: thick, weight: 600 as const }]
  const image = new ImageResponse(<SharePicture words={words} />, { width: 1200, height: 630, fonts })
  return new Uint8Array(await image.arrayBuffer())
}
