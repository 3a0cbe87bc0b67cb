// Who adds a public page adds it here. A path that is forgotten is treated as private: slower, never wrong.
const publicPaths: readonly RegExp[] = [
  /^\/$/,
  /^\/(models|datasets|entries|sections|people|r)\/./,
  /^\/(log|new|search|stats|cite|api|compare)$/,
  /^\/stats\/lineage$/,
  /^\/(index|log|new|stats|stats\/lineage|cite|api|compare)\.md$/,
  /^\/(README\.md|CITATION\.cff|llms\.txt|opensearch\.xml)$/,
  /^\/(feed|search)\.atom$/,
  /^\/(catalog|stats)\.png$/,
  /^\/sitemaps\/./,
  /^\/api\/suggest$/,
  /^\/api\/v1(\/|$)/,
  /^\/_next\/static\//,
  /^\/(icon\.svg|favicon\.ico|robots\.txt|sitemap\.xml)$/,
]

// The same for everybody too, but as long as the catalog is: written as they are read, and never held whole.
const streamed: readonly RegExp[] = [/^\/r\/[^/]+\/[\w-]+\.(ndjson|csv)$/, /^\/sections\/[^/]+\.(?!(atom|png)$)\w+$/, /^\/(catalog|search|selection|bibliography)\.(?!(atom|png)$)\w+$/]

/**
 * Whether what a path (without its query) shows is the same for everybody: a function of the catalog's revision and the address
 * alone. Only such answers may be kept for others.
 */
export function isPublic(path: string): boolean {
  return publicPaths.some((pattern) => pattern.test(path)) && !isStreamed(path)
}

/** Whether an address, its query or not, is the public API's, so that whoever asks understands problems (RFC 9457). */
export function isOfApi(url: string): boolean {
  return /^\/api\/v1([/?]|$)/.test(url)
}

function isStreamed(path: string): boolean {
  return streamed.some((pattern) => pattern.test(path))
}

/** Whether a path is for programs, which ask often and for much: what is made anew of it is counted (lib/limits/reading). */
export function isForPrograms(path: string): boolean {
  // In whatever case: so Next reads the addresses that next.config leads on.
  return /^\/(api\/v1|take)(\/|$)/.test(path) || /\.(atom|png)$/i.test(path) || isManifest(path) || isStreamed(path.toLowerCase())
}

/** Whether a path is that of a revision's checksums: short, but all files of the revision are written for it. */
function isManifest(path: string): boolean {
  return /^\/r\/[^/]+\/manifest\.json$/.test(path)
}

/** Whether the build alone made what a public path shows, so that no revision of the catalog changes it. */
export function isOfBuild(path: string): boolean {
  return path.startsWith('/_next/static/') || path === '/icon.svg' || path === '/favicon.ico'
}
