import type { Finished } from './finished'
import { pairs } from './finished'

const sentence = 'This page may be old: the catalog’s database does not answer just now.'
const banner = `<p role="status" class="border-b bg-sunken px-4 py-2 text-center text-sm">${sentence}</p>`

/** What tells programs that an answer may be old; people read it on the page. */
export const mayBeOld = { 'Catalog-State': 'may be old', Warning: '110 - "Response is Stale"', 'Cache-Control': 'no-store' } as const

/**
 * The answer that was made last, for when nobody can be asked whether it still holds: nobody keeps it, nothing says that it is unchanged,
 * and a page says of itself that it may be old. What never changes goes out as it is.
 */
export function sayMayBeOld(answer: Finished): Finished {
  if (answer.revision === null) return answer
  const kept = pairs(answer.plain.headers)
  const type = kept.find(([name]) => /^content-type$/i.test(name))?.[1] ?? ''
  const bytes = type.startsWith('text/html') ? withBanner(answer.plain.bytes) : answer.plain.bytes
  const others = kept.filter(([name]) => !/^(etag|last-modified|cache-control|content-length)$/i.test(name))
  const headers = [...others, ...Object.entries(mayBeOld), ['Content-Length', String(bytes.length)]].flat()
  return { ...answer, tag: '', modified: null, plain: { headers, bytes }, encoded: {} }
}

/** Where a page begins: React passes over what it does not know in a body. */
function withBanner(html: Buffer): Buffer {
  return Buffer.from(html.toString('utf8').replace(/<body[^>]*>/, (body) => body + banner))
}
