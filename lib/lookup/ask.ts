import type { Identifier } from './identifier'
import { broken, none, type Reading } from './reading'
import type { Service } from './services'

/** How the portal reaches the services that it asks. */
export interface Reach {
  /** What it says of itself. */
  agent: string
  /** An origin that plays all services, by paths that begin with their hosts; null: the services themselves. */
  origin: string | null
  /** For the whole of one answer, in milliseconds. */
  timeout: number
}

/** What asking a service came to: what it says, or that no answer of it can be used, and why. */
export type Answer = Reading | { kind: 'unavailable'; why: string }

// Far above what any of them says of one work.
const MOST_BYTES = 1_000_000
const MOST_REDIRECTS = 3

/**
 * Asks one service about one identifier. Only its own host is ever spoken to, redirects included; an answer that is late, long, of
 * another type or not readable is none.
 */
export async function ask(service: Service, asked: Identifier, reach: Reach): Promise<Answer> {
  const answer = await fetchAnswer(service, asked, reach)
  if (typeof answer !== 'string') return answer
  const reading = service.read(answer, asked)
  return reading.kind === broken.kind ? unavailable('its answer cannot be read') : reading
}

/** The text of a service's answer, or what its lack means. */
async function fetchAnswer(service: Service, asked: Identifier, reach: Reach): Promise<string | Answer> {
  try {
    const response = await follow(service, service.path(asked.id), reach, AbortSignal.timeout(reach.timeout))
    return typeof response === 'string' ? unavailable(response) : await bodyOf(service, response)
  } catch (error) {
    // Whatever the network does is the service's silence; its cause says which.
    const { name, message, cause } = error as Error & { cause?: { code?: string } }
    return unavailable(name === 'TimeoutError' ? 'it took too long' : (cause?.code ?? message))
  }
}

async function follow(service: Service, path: string, reach: Reach, signal: AbortSignal): Promise<Response | string> {
  const base = reach.origin === null ? `https://${service.host}` : `${reach.origin}/${service.host}`
  let url = base + path
  for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
    const headers = { accept: service.accept, 'user-agent': reach.agent }
    // Its cookies and caches are not kept: each question stands alone.
    const response = await fetch(url, { headers, redirect: 'manual', signal, cache: 'no-store', credentials: 'omit' })
    const location = response.headers.get('location')
    if (response.status < 300 || response.status >= 400 || location === null) return response
    await response.body?.cancel()
    const next = URL.canParse(location, url) ? new URL(location, url).href : ''
    if (!next.startsWith(`${base}/`)) return 'it sends elsewhere'
    url = next
  }
  return 'it sends in circles'
}

async function bodyOf(service: Service, response: Response): Promise<string | Answer> {
  const type = response.headers.get('content-type') ?? ''
  if (response.status === 200 && service.type.test(type)) return (await textOf(response)) ?? unavailable('its answer is too long')
  await response.body?.cancel()
  if (response.status !== 200) return service.absent.includes(response.status) ? none : unavailable(`it answers ${response.status}`)
  return unavailable(`its answer is ${type || 'of no type'}`)
}

/** A body as text, read as it comes; null where it is longer than any answer should be. */
async function textOf(response: Response): Promise<string | null> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    length += part.length
    if (length > MOST_BYTES) return null
    parts.push(part)
  }
  return new TextDecoder().decode(Buffer.concat(parts))
}

function unavailable(why: string): Answer {
  return { kind: 'unavailable', why }
}
