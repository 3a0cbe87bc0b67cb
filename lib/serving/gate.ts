// Who adds a public page adds it here. A path that is forgotten is treated as private: slower, never wrong.
const publicPaths: readonly RegExp[] = [
  /^\/$/,
  /^\/(models|datasets|entries|sections|people|r)\/./,
  /^\/(log|stats|cite|api)$/,
  /^\/(README\.md|CITATION\.cff|bibliography\.bib|llms\.txt|opensearch\.xml)$/,
  /^\/(catalog|selection)\.(csv|json|bib|ris|csl|md)$/,
  /^\/sitemaps\/./,
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

/** Whether the build alone made what a public path shows, so that no revision of the catalog changes it. */
export function isOfBuild(path: string): boolean {
  return path.startsWith('/_next/static/') || path === '/icon.svg' || path === '/favicon.ico'
}
