import { atOnce, catalogFile } from '@/app/streamed'
import { site } from '@/components/site/site'
import type { Snapshot } from '@/lib/api/snapshot'
import { database, type Db } from '@/lib/db'
import { settings } from '@/lib/env'
import { atomOf } from '@/lib/feeds/atom'
import { yearBegun } from '@/lib/feeds/changes'
import { feedOf, readFeedName, type FeedName, type Followed, type FollowedChange } from '@/lib/feeds/feed'

/** What a route makes a feed of. */
interface Told extends Pick<Followed, 'part' | 'path' | 'page'> {
  changes: readonly FollowedChange[]
}

/** A feed as a function of the catalog's revision and its address; null where there is nothing to follow. */
export function feedResponse(request: Request, tell: (db: Db, of: FeedName, search: URLSearchParams) => Promise<Told | null>): Promise<Response> {
  const search = new URL(request.url).searchParams
  const of = readFeedName(search.get('of'))
  return catalogFile(request, async (snapshot: Snapshot) => {
    const told = await tell(database(), of, search)
    if (!told) return null
    const { changes, ...part } = told
    const followed = { ...part, of, origin: settings().publicOrigin, list: site.name, at: snapshot.at, since: await yearBegun(database()) }
    return { type: 'application/atom+xml; charset=utf-8', pieces: atOnce(atomOf(feedOf(followed, changes))) }
  })
}
