/** How a body can be written smaller, best first. */
export type Encoding = 'br' | 'gzip'

const SMALLEST = 1024
const worthwhile = /^(text\/|application\/(.+\+)?(json|xml)|application\/(javascript|manifest|yaml|x-ndjson|x-bibtex|x-research-info-systems)|image\/svg)/i

/** Whether bodies of this content type shrink; fonts and photographs are compressed already. */
export function shrinks(contentType: string): boolean {
  return worthwhile.test(contentType)
}

/** Whether a body is worth the work by its length in bytes; null: not known, as of a streamed page. */
export function isLongEnough(length: number | null): boolean {
  return length === null || length >= SMALLEST
}

/** The best encoding that an Accept-Encoding header allows; null where it allows none or is absent. */
export function acceptedEncoding(header: string | undefined): Encoding | null {
  const weights = new Map((header ?? '').toLowerCase().split(',').map(weight))
  const allowed = (name: string) => (weights.get(name) ?? weights.get('*') ?? 0) > 0
  if (allowed('br')) return 'br'
  return allowed('gzip') ? 'gzip' : null
}

function weight(part: string): [name: string, weight: number] {
  const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim())
  const q = parameters.find((parameter) => parameter.startsWith('q='))
  return [name, q ? Number(q.slice(2)) || 0 : 1]
}
