import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { Operation } from '@/lib/api/parameters'

type Route = (request: Request, context: { params: Promise<Record<string, string>> }) => Response | Promise<Response>

const routes: [pattern: RegExp, load: () => Promise<unknown>][] = [
  [/^\/api\/v1$/, () => import('@/app/api/v1/route')],
  [/^\/api\/v1\/openapi\.json$/, () => import('@/app/api/v1/openapi.json/route')],
  [/^\/api\/v1\/entries$/, () => import('@/app/api/v1/entries/route')],
  [/^\/api\/v1\/entries\/(?<kind>[^/]+)\/(?<slug>[^/]+)$/, () => import('@/app/api/v1/entries/[kind]/[slug]/route')],
  [/^\/api\/v1\/entries\/(?<kind>[^/]+)\/(?<slug>[^/]+)\/revisions$/, () => import('@/app/api/v1/entries/[kind]/[slug]/revisions/route')],
  [/^\/api\/v1\/sections$/, () => import('@/app/api/v1/sections/route')],
  [/^\/api\/v1\/sections\/(?<slug>[^/]+)$/, () => import('@/app/api/v1/sections/[slug]/route')],
  [/^\/api\/v1\/revisions$/, () => import('@/app/api/v1/revisions/route')],
  [/^\/api\/v1\/revisions\/(?<number>[^/]+)$/, () => import('@/app/api/v1/revisions/[number]/route')],
  [/^\/api\/v1\/changes$/, () => import('@/app/api/v1/changes/route')],
  [/^\/api\/v1\/search$/, () => import('@/app/api/v1/search/route')],
  [/^\/api\/suggest$/, () => import('@/app/api/suggest/route')],
  [/^\/README\.md$/, () => import('@/app/README.md/route')],
  [/^\/r\/(?<revision>[^/]+)\/README\.md$/, () => import('@/app/r/[revision]/README.md/route')],
  [/^\/api\/v1\/.*$/, () => import('@/app/api/v1/[...rest]/route')],
]

/** Asks a route of the API, of suggestions, or of a README, as Next would, on the database that DATABASE_URL names. */
export async function ask(path: string, { method = 'GET', headers = {} }: { method?: 'GET' | 'OPTIONS'; headers?: Record<string, string> } = {}): Promise<Response> {
  const url = new URL(path, 'http://localhost:3000')
  const [pattern, load] = routes.find(([one]) => one.test(url.pathname)) as (typeof routes)[number]
  const route = (await load()) as Record<string, Route>
  return (route[method] as Route)(new Request(url, { headers }), { params: Promise.resolve({ ...pattern.exec(url.pathname)?.groups }) })
}

interface Document {
  components: { schemas: Record<string, unknown> }
  paths: Record<string, { get: { operationId: Operation; responses: Record<string, { content: Record<string, { schema: { $ref: string } }> }> } }>
}

/** Tells what is wrong with an operation's answer by the OpenAPI document: nothing, where it is as promised. */
export function validatorOf(document: Document): (operation: Operation | 'problem', body: unknown) => unknown {
  const ajv = new Ajv2020({ strict: false, allErrors: false })
  addFormats(ajv)
  ajv.addSchema({ $id: 'https://openapi.test/', components: document.components })
  const schemaOf = new Map<string, string>(Object.values(document.paths).map(({ get }) => [get.operationId, get.responses[200]?.content['application/json']?.schema.$ref ?? '']))
  schemaOf.set('problem', '#/components/schemas/Problem')
  return (operation, body) => {
    const validate = ajv.getSchema(`https://openapi.test/${schemaOf.get(operation)}`) as ValidateFunction
    return validate(body) ? null : validate.errors
  }
}
