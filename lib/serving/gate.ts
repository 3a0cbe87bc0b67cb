// Who adds a public page adds it here. A path that is forgotten is treated as private: slower, never wrong.
const publicPaths: readonly RegExp[] = [
  /^\/$/,
  /^\/(models|datasets|entries|sections|people|r)\/./,
  /^\/(log|search|stats)$/,
  /^\/stats\/lineage$/,
  /^\/README\.md$/,
  /^\/api\/suggest$/,
  /^\/api\/v1(\/|$)/,
  /^\/_next\/static\//,
  /^\/(icon\.svg|favicon\.ico|robots\.txt|sitemap\.xml)$/,
]

/**
 * Whether what a path (without its query) shows is the same for everybody: a function of the catalog's revision and the address
 * alone. Only such answers may be kept for others.
 */
export function isPublic(path: string): boolean {
  return publicPaths.some((pattern) => pattern.test(path))
}
