import { feedResponse } from '@/app/feed-response'
import { feedPath } from '@/components/site/feeds'
import { latestChanges } from '@/lib/feeds/changes'

export const dynamic = 'force-dynamic'

/** The whole list as a feed: /feed.atom, and what is new in it: /feed.atom?of=added. */
export function GET(request: Request): Promise<Response> {
  return feedResponse(request, async (db, of) => ({ part: null, path: feedPath('/feed', of), page: '/log', changes: await latestChanges(db, of) }))
}
