import { readdirSync, readFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { PrismaClient } from '@/prisma/generated/client'

const root = fileURLToPath(new URL('../..', import.meta.url))
const sources = readdirSync(join(root, 'app'), { recursive: true, encoding: 'utf8' }).map((path) => `app/${path}`)
const read = (path: string) => readFileSync(join(root, path), 'utf8')

/** A server action as the build knows it: `app/review/actions.ts#decidePicked`, and the name under which a request asks for it. */
export function builtActions(): Map<string, string> {
  const { node } = JSON.parse(read('.next/server/server-reference-manifest.json')) as { node: Record<string, { filename: string; exportedName: string }> }
  return new Map(Object.entries(node).map(([id, { filename, exportedName }]) => [`${filename}#${exportedName}`, id]))
}

/** Every export of the sources that a request can call: of files that say so, and functions that say so within. */
export function writtenActions(): string[] {
  return sources.filter((path) => /\.tsx?$/.test(path)).flatMap((path) => {
    const text = read(path)
    const inside = [...text.matchAll(/^\s+['"]use server['"]/gm)].map((_, at) => `${path}#inside ${at}`)
    if (!/^['"]use server['"]/.test(text)) return inside
    return [...inside, ...[...text.matchAll(/^export (?:default )?(?:async function|const) (\w+)/gm)].map(([, name]) => `${path}#${name}`)]
  })
}

/** Every method of every route handler: `POST /api/auth/demo`. */
export function writtenRoutes(): string[] {
  return sources.filter((path) => /\/route\.tsx?$/.test(path)).flatMap((path) =>
    [...read(path).matchAll(/^export (?:(?:async )?function|const) ([A-Z]+)\b/gm)].map(([, method]) => `${method} ${path.slice('app'.length, path.lastIndexOf('/'))}`))
}

/** What an action is called with; a form goes as one. */
export type Argument = null | Record<string, unknown> | FormData | string

/** What was answered, in one text: the head that tells where it leads, and the body. */
export interface Answer {
  status: number
  text: string
}

/** What a browser, or whoever writes requests by hand, says beside the body. */
export interface Headers {
  cookie?: string | undefined
  origin?: string | undefined
  [name: string]: string | undefined
}

/** Calls a server action as React does: a numbered part for the arguments, each form's fields behind a prefix of its own. */
export async function callAction(url: string, id: string, args: readonly Argument[], headers: Headers): Promise<Answer> {
  const body = new FormData()
  const forms: [number, FormData][] = []
  const model = args.map((argument, at) => {
    if (!(argument instanceof FormData)) return argument
    forms.push([at + 1, argument])
    return `$K${(at + 1).toString(16)}`
  })
  for (const [at, fields] of forms) for (const [name, value] of fields) body.append(`_${at.toString(16)}_${name}`, value)
  body.append('0', JSON.stringify(model))
  return ask(url, 'POST', new Response(body), { 'next-action': id, accept: 'text/x-component', ...headers })
}

/** Sends a form, or JSON, to a route handler, as a page does. */
export function send(url: string, method: string, body: Record<string, unknown> | URLSearchParams, headers: Headers): Promise<Answer> {
  return ask(url, method, body instanceof URLSearchParams ? new Response(body) : Response.json(body), headers)
}

// Not with fetch, which would choose some of the headers itself.
async function ask(url: string, method: string, encoded: Response, headers: Headers): Promise<Answer> {
  const body = Buffer.from(await encoded.arrayBuffer())
  const given = Object.fromEntries(Object.entries(headers).filter((pair): pair is [string, string] => pair[1] !== undefined))
  const type = encoded.headers.get('content-type') ?? ''
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method, headers: { 'content-type': type, 'content-length': body.length, ...given } }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        const { location = '', 'x-action-redirect': redirect = '' } = response.headers
        resolve({ status: response.statusCode ?? 0, text: `${location} ${String(redirect)}\n${Buffer.concat(chunks).toString()}` })
      })
    })
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}

// Reading rolls a session's end on, and a limit is no content.
const parts: Record<string, string> = { session: '(session_token, user_id)::text', bucket: 'NULL::text' }

/** All that a database holds, in one hash for each table: equal where nothing was changed. */
export async function contentOf(db: PrismaClient): Promise<Record<string, string>> {
  const tables = await db.$queryRaw<{ name: string }[]>`SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1`
  const each = tables.map(({ name }) => `SELECT '${name}' AS name, md5(coalesce(string_agg(part, '|' ORDER BY part), '')) AS hash FROM (SELECT ${parts[name] ?? 'one::text'} AS part FROM "${name}" one) all_of`)
  const rows = await db.$queryRawUnsafe<{ name: string; hash: string }[]>(each.join(' UNION ALL '))
  return Object.fromEntries(rows.map(({ name, hash }) => [name, hash]))
}

/**
 * Turns the services' limits off in this process, which has its own beside the portal's. What it answers turns them on again: another file's
 * tests may follow in the same process.
 */
export function withoutLimits(): () => void {
  const names = ['PORTAL_LIMIT_PROPOSALS', 'PORTAL_LIMIT_UPDATES', 'PORTAL_LIMIT_PENDING']
  for (const name of names) process.env[name] = 'off'
  return () => names.forEach((name) => delete process.env[name])
}

const untouched = { failure: null, typed: {} }

/** What a form that nobody has sent before gives to its action. */
export function form(fields: Record<string, string | number>): Argument[] {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.append(name, String(value))
  return [untouched, data]
}
