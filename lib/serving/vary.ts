// By these Next answers its router with a page's parts instead of the page.
const ofRouter = /^(rsc|next-router-[\w-]+|next-url)$/i

/** Whether an answer by this header alone depends on what asks its router's way, or on encodings. */
export function isRouterOrEncoding(name: string): boolean {
  return ofRouter.test(name) || /^accept-encoding$/i.test(name)
}

/**
 * The headers by which caches further on must tell answers apart. Next names its router's on whatever it answers; a file or an answer for
 * programs has no parts, so that for it they would only keep one copy for each reader. Without a type (a 304, a redirect) nobody can tell.
 */
export function varyingBy(named: number | string | readonly string[] | undefined, contentType: string): string[] {
  const names = [named ?? []].flat().flatMap((line) => String(line).split(',')).map((name) => name.trim()).filter(Boolean)
  return contentType === '' || /^text\/(html|x-component)/.test(contentType) ? names : names.filter((name) => !ofRouter.test(name))
}
