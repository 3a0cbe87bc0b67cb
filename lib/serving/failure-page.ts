import type { ServerResponse } from 'node:http'

const sentence = 'Something went wrong on our side. Try again in a moment.'
const notice = `<noscript><h1>${sentence}</h1><p><a href="/">To the catalog</a></p></noscript>`

/**
 * The body of a failed answer, so that somebody can read it: Next fills its error page in by script alone, and answers a route
 * that threw with nothing at all.
 */
export function readableFailure(response: ServerResponse, body: Buffer): Buffer {
  if (String(response.getHeader('Content-Type') ?? '').startsWith('text/html')) return Buffer.from(withNotice(body.toString('utf8')))
  if (body.length > 0 || response.req.method === 'HEAD') return body
  response.setHeader('Content-Type', 'text/plain; charset=utf-8')
  response.removeHeader('Content-Length')
  return Buffer.from(`${sentence}\n`)
}

function withNotice(html: string): string {
  return html.replace(/<body[^>]*>/, (body) => body + notice)
}
