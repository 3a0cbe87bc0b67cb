import { queryOf, searchOf } from '@/app/(public)/query'
import { feedResponse } from '@/app/feed-response'
import { feedPath, searchWords } from '@/components/site/feeds'
import { searchPath } from '@/components/search/search-path'
import { narrows, writeSearch } from '@/lib/catalog/search/address'
import { latestChanges, latestFound } from '@/lib/feeds/changes'

export const dynamic = 'force-dynamic'

/** What a search finds, as a feed: /search.atom?subfield=radiology. The order that a page shows it in is no matter here. */
export function GET(request: Request): Promise<Response> {
  return feedResponse(request, async (db, of, search) => {
    const query = { ...searchOf(queryOf(search)), sort: null, page: 1 }
    const changes = narrows(query) ? await latestFound(db, of, query) : await latestChanges(db, of)
    return { part: searchWords(query), path: feedPath('/search', of, writeSearch(query)), page: searchPath(query), changes }
  })
}
