import { entryPath } from '@/components/entry/paths'
import type { SuggestAnswer } from '@/components/search/suggest-answer'
import { holds } from '@/lib/api/conditional'
import { readSearch } from '@/lib/catalog/search/address'
import { piecesOf } from '@/lib/catalog/search/marks'
import { suggestEntries, type Suggestion } from '@/lib/catalog/search/search'
import { database } from '@/lib/db'
import { settings } from '@/lib/env'
import { currentRevision } from '@/lib/readme/load'

/** The best entries for what is typed so far, `?q=…`: the same for everybody at one revision. With `as=opensearch` as browsers' address bars ask for them. */
export async function GET(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url)
  const typed = searchParams.get('q') ?? ''
  const { q } = readSearch({ q: typed })
  const tag = `"suggest-r${await currentRevision(database())}"`
  const headers = { 'Cache-Control': 'public, no-cache', ETag: tag }
  if (holds(request.headers.get('if-none-match'), tag)) return new Response(null, { status: 304, headers })
  const { entries, words } = await suggestEntries(database(), q)
  if (searchParams.get('as') === 'opensearch') return openSearchAnswer(typed, entries, headers)
  const answer: SuggestAnswer = {
    q,
    entries: entries.map(({ kind, slug, name, section, about }) => ({ href: entryPath({ kind, slug }), kind, name: piecesOf(name, words), section, about: piecesOf(about, words) })),
  }
  return Response.json(answer, { headers })
}

/** OpenSearch Suggestions 1.1. Browsers compare the first member with what they sent, so it is just as it was typed. */
function openSearchAnswer(typed: string, entries: readonly Suggestion[], headers: Record<string, string>): Response {
  const { publicOrigin } = settings()
  const answer = [typed, entries.map(({ name }) => name), [], entries.map((entry) => `${publicOrigin}${entryPath(entry)}`)]
  return Response.json(answer, { headers: { ...headers, 'Content-Type': 'application/x-suggestions+json; charset=utf-8' } })
}
