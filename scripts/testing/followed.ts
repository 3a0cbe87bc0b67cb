type Route = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>

// As next.config rewrites addresses, and Next finds routes.
const routes: [pattern: RegExp, load: () => Promise<unknown>][] = [
  [/^\/feed\.atom$/, () => import('@/app/feed.atom/route')],
  [/^\/search\.atom$/, () => import('@/app/search.atom/route')],
  [/^\/sections\/(?<slug>[^/]+)\.atom$/, () => import('@/app/take/feed/[slug]/route')],
  [/^\/(?<kind>[a-z]+)\/(?<slug>[^/]+)\.png$/, () => import('@/app/take/picture/[kind]/[slug]/route')],
]

/** Asks for a feed or a picture as Next would, on the database that DATABASE_URL names. */
export async function askFor(path: string, headers: Record<string, string> = {}): Promise<Response> {
  const url = new URL(path, 'http://localhost:3000')
  const [pattern, load] = routes.find(([one]) => one.test(url.pathname)) as (typeof routes)[number]
  const { GET } = (await load()) as { GET: Route }
  return GET(new Request(url, { headers }), { params: Promise.resolve({ ...pattern.exec(url.pathname)?.groups }) })
}
