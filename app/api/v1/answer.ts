import { site } from '@/components/site/site'
import { answerTag, holds, namesTag, revisionHeaders } from '@/lib/api/conditional'
import { operations } from '@/lib/api/operations'
import { pathSchemas, querySchemas, readParameters, readQuery, type Operation, type Paths, type Queries } from '@/lib/api/parameters'
import { problemNamed, problemOf } from '@/lib/api/problem'
import type { Gone } from '@/lib/api/one-entry'
import { entryAddress } from '@/lib/api/represent'
import type { Answers, Problem } from '@/lib/api/schemas'
import { inOneState, snapshotAt, type Snapshot } from '@/lib/api/snapshot'
import { database, isPassing, type Db } from '@/lib/db'
import { settings } from '@/lib/env'
import { ok, type Failure, type Result } from '@/lib/errors'
import { readingPolicy } from '@/lib/limits/reading'

/** What an operation reads its answer from. */
interface Asked<Name extends Operation> {
  db: Db
  snapshot: Snapshot
  query: Queries[Name]
  path: Name extends keyof Paths ? Paths[Name] : null
  origin: string
}

/** A body; of a list the cursor of what follows, from which its `next` is made. */
type Told<Name extends Operation> = Omit<Answers[Name], 'next' | 'revision'> & { cursor?: string | null }

interface Context {
  params: Promise<Record<string, string>>
}

/** Makes the route of an operation out of what its service reads. Everything of HTTP is here, once. */
export function answering<Name extends Operation>(operation: Name, tell: (asked: Asked<Name>) => Promise<Result<Told<Name>> | Gone>) {
  return async (request: Request, context: Context): Promise<Response> => {
    try {
      const url = new URL(request.url)
      const read = readRequest(operation, url.searchParams, await context.params)
      return read.ok ? await inOneState(database(), (db) => answer(db, request, operation, read.value, tell)) : problem(problemOf(read))
    } catch (error) {
      if (!isPassing(error)) throw error
      console.error('unavailable', error)
      return problem(problemNamed('unavailable', 'The portal is busy, or its database does not answer. Try again in a moment.'), { 'Retry-After': '5' })
    }
  }
}

interface Read<Name extends Operation> {
  query: Queries[Name]
  path: Asked<Name>['path']
}

function readRequest<Name extends Operation>(operation: Name, search: URLSearchParams, params: Record<string, string>): Result<Read<Name>> {
  const path = operation in pathSchemas ? readParameters(pathSchemas[operation as keyof typeof pathSchemas], params) : ok(null)
  if (!path.ok) return path
  const query = readQuery(querySchemas[operation], search)
  return query.ok ? ok({ query: query.value as Queries[Name], path: path.value as Asked<Name>['path'] }) : query
}

async function answer<Name extends Operation>(
  db: Db,
  request: Request,
  operation: Name,
  { query, path }: Read<Name>,
  tell: (asked: Asked<Name>) => Promise<Result<Told<Name>> | Gone>,
): Promise<Response> {
  const fixed = 'revision' in query ? query.revision : undefined
  const snapshot = await snapshotAt(db, fixed)
  if (!snapshot.ok) return problem(problemOf(snapshot))
  const headers = headersOf(snapshot.value, fixed !== undefined)
  const [held, tag] = [request.headers.get('if-none-match'), answerTag(snapshot.value.revision)]
  const unchanged = () => new Response(null, { status: 304, headers })
  if (namesTag(held, tag)) return unchanged()
  const { publicOrigin: origin } = settings()
  const told = await tell({ db, snapshot: snapshot.value, query, path, origin })
  if (!told.ok) return refuse(told, origin)
  if (holds(held, tag)) return unchanged()
  const { cursor, ...body } = told.value
  const next = cursor ? nextAddress(origin, request.url, cursor) : null
  if (next) headers.set('Link', `<${next}>; rel="next", ${describedBy}`)
  const page = cursor === undefined ? {} : { next }
  return Response.json(operation === 'revision' ? body : { revision: snapshot.value.revision, ...page, ...body }, { headers })
}

function nextAddress(origin: string, address: string, cursor: string): string {
  const { pathname, searchParams } = new URL(address)
  searchParams.set('cursor', cursor)
  return `${origin}${pathname}?${searchParams}`
}

const describedBy = `<${operations.root.path}/openapi.json>; rel="service-desc"; type="application/vnd.oai.openapi+json;version=3.1"`

const shared = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'Catalog-Revision, ETag, Last-Modified, Link, RateLimit-Policy, Retry-After',
}

function headersOf(snapshot: Snapshot, isFixed: boolean): Headers {
  return new Headers({ ...shared, ...readingPolicy(), ...revisionHeaders(snapshot, isFixed), Link: describedBy })
}

function refuse(failure: Failure | Gone, origin: string): Response {
  if (!('gone' in failure)) return problem(problemOf(failure))
  const { mergedInto } = failure.gone
  return problem({ ...problemNamed('gone', failure.message), ...(mergedInto && { mergedInto: entryAddress(origin, mergedInto) }) })
}

/** A problem as a response. A revision can mend it (`not-found`), so nobody keeps it without asking again. */
export function problem(body: Problem, headers: Record<string, string> = {}): Response {
  return new Response(`${JSON.stringify(body)}\n`, {
    status: body.status,
    headers: { ...shared, ...readingPolicy(), 'Cache-Control': body.status === 503 ? 'no-store' : 'no-cache', 'Content-Type': 'application/problem+json', ...headers },
  })
}

/** What a browser asks before it sends a header of its own from another site. */
export function OPTIONS(): Response {
  return new Response(null, {
    status: 204,
    headers: {
      ...shared,
      Allow: 'GET, HEAD, OPTIONS',
      'Access-Control-Allow-Methods': 'GET, HEAD, OPTIONS',
      'Access-Control-Allow-Headers': 'If-None-Match, Accept',
      'Access-Control-Max-Age': '86400',
    },
  })
}

/** How the catalog calls itself. */
export const named = { name: site.name, description: site.description }
