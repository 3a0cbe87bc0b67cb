import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { ImageResponse } from 'next/og'
import { isSlug } from '@/app/(public)/query'
import { atOnce, catalogFile } from '@/app/streamed'
import { counted, kindNames } from '@/components/entry/words'
import { SharePicture, type ShareWords } from '@/components/pictures/share-picture'
import { site } from '@/components/site/site'
import { readEntry } from '@/lib/api/one-entry'
import { readSection } from '@/lib/api/section-list'
import type { Snapshot } from '@/lib/api/snapshot'
import { entryKinds, kindOf } from '@/lib/catalog/entry'
import { database } from '@/lib/db'
import { aboutEntry } from '@/lib/metadata/about'
import { pictureText } from '@/lib/metadata/picture-text'

export const dynamic = 'force-dynamic'

/** What stands for a page where a link to it is shared: /models/uni.png, /sections/text.png (next.config leads here). */
export async function GET(request: Request, { params }: { params: Promise<{ kind: string; slug: string }> }): Promise<Response> {
  const { kind, slug } = await params
  return catalogFile(request, async (snapshot) => {
    const words = isSlug(slug) ? await wordsOf(snapshot, kind, slug) : null
    return words && { type: 'image/png', pieces: atOnce(await draw(words)) }
  })
}

async function wordsOf(snapshot: Snapshot, words: string, slug: string): Promise<ShareWords | null> {
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

const faces = ([['Regular', 400], ['SemiBold', 600]] as const).map(([file, weight]) => ({ file: path.join(process.cwd(), `node_modules/geist/dist/fonts/geist-sans/Geist-${file}.ttf`), weight }))
let read: Promise<{ name: string; data: Buffer; weight: 400 | 600 }[]> | undefined

async function draw(words: ShareWords): Promise<Uint8Array> {
  const fonts = await (read ??= Promise.all(faces.map(async ({ file, weight }) => ({ name: 'Geist', data: await readFile(file), weight }))))
  const image = new ImageResponse(<SharePicture words={words} />, { width: 1200, height: 630, fonts })
  return new Uint8Array(await image.arrayBuffer())
}
