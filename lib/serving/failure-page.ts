import type { ServerResponse } from 'node:http'
import { isOfApi } from './gate'
import { bug, problemHeaders, problemText } from './problem-answer'

const notice = `<noscript><h1>${bug.detail}</h1><p><a href="/">To the catalog</a></p></noscript>`

/**
 * The body of a failed answer, so that somebody can read it: Next fills its error page in by script alone, and answers a route
 * that threw with nothing at all. A program that asked the API is told it as a problem.
 */
export function readableFailure(response: ServerResponse, body: Buffer): Buffer {
  const type = String(response.getHeader('Content-Type') ?? '')
  const { method, url = '/' } = response.req
  if (isOfApi(url)) return type === 'application/problem+json' ? body : asProblem(response)
  if (type.startsWith('text/html')) return Buffer.from(withNotice(body.toString('utf8')))
  if (body.length > 0 || method === 'HEAD') return body
  response.setHeader('Content-Type', 'text/plain; charset=utf-8')
  response.removeHeader('Content-Length')
  return Buffer.from(`${bug.detail}\n`)
}

function asProblem(response: ServerResponse): Buffer {
  response.statusCode = bug.status
  response.setHeaders(new Map(Object.entries(problemHeaders())))
  response.removeHeader('Content-Length')
  return response.req.method === 'HEAD' ? Buffer.alloc(0) : Buffer.from(problemText(bug))
}

function withNotice(html: string): string {
  return html.replace(/<body[^>]*>/, (body) => body + notice)
}
