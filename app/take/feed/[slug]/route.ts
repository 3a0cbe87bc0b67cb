import { isSlug } from '@/app/(public)/query'
import { feedResponse } from '@/app/feed-response'
import { sectionPath } from '@/components/entry/paths'
import { feedPath } from '@/components/site/feeds'
import { latestInSection } from '@/lib/feeds/changes'

export const dynamic = 'force-dynamic'

/** A section as a feed: /sections/text.atom (next.config leads here). */
export async function GET(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  const { slug } = await params
  return feedResponse(request, async (db, of) => {
    const section = isSlug(slug) ? await latestInSection(db, of, slug) : null
    const page = sectionPath(slug)
    return section && { part: section.heading, path: feedPath(page, of), page, changes: section.changes }
  })
}
