import type { NextRequest } from 'next/server'
import { entryPath } from '@/components/entry/paths'
import type { SuggestAnswer } from '@/components/search/suggest-answer'
import { holds } from '@/lib/api/conditional'
import { readSearch } from '@/lib/catalog/search/address'
import { piecesOf } from '@/lib/catalog/search/marks'
import { suggestEntries } from '@/lib/catalog/search/search'
import { database } from '@/lib/db'
import { currentRevision } from '@/lib/readme/load'

/** The best entries for what is typed so far, `?q=…`: the same for everybody at one revision. */
export async function GET(request: NextRequest): Promise<Response> {
  const { q } = readSearch({ q: request.nextUrl.searchParams.get('q') ?? '' })
  const tag = `"suggest-r${await currentRevision(database())}"`
  const headers = { 'Cache-Control': 'public, no-cache', ETag: tag }
  if (holds(request.headers.get('if-none-match'), tag)) return new Response(null, { status: 304, headers })
  const { entries, words } = await suggestEntries(database(), q)
  const answer: SuggestAnswer = {
    q,
    entries: entries.map(({ kind, slug, name, section, about }) => ({ href: entryPath({ kind, slug }), kind, name: piecesOf(name, words), section, about: piecesOf(about, words) })),
  }
  return Response.json(answer, { headers })
}
