import type { IncomingMessage } from 'node:http'
import { isIP, isIPv6 } from 'node:net'

/** What tells where a request came from. */
export type Sender = Pick<IncomingMessage, 'headers'> & { socket: { remoteAddress?: string | undefined } }

/**
 * The address of the client that sent a request, of an IPv6 one its /64, within which one client has as many as it likes. What a
 * header says counts only as far as the operator's own `proxies` wrote it: each appends whom it heard from, the nearest last.
 * null: over https some proxy is there, and nobody said how many.
 */
export function clientAddress({ headers, socket }: Sender, { publicOrigin, proxies }: { publicOrigin: string; proxies?: number | undefined }): string | null {
  if (proxies === undefined && publicOrigin.startsWith('https:')) return null
  const told = [headers['x-forwarded-for'] ?? []].flat().join(',').split(',').at(-(proxies ?? 0))?.trim()
  const address = proxies && told && isIP(told) !== 0 ? told : socket.remoteAddress
  return address === undefined ? null : networkOf(address)
}

function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped || !isIPv6(address)) return mapped ?? address
  // Written as short as it can be, without a zone, which is another machine's name for it.
  const short = new URL(`http://[${address.replace(/%.*/, '')}]`).hostname.slice(1, -1)
  const [before = [], after] = short.split('::').map((part) => part.split(':').filter(Boolean))
  const zeros = after ? 8 - before.length - after.length : 0
  const first = [...before, ...Array.from({ length: zeros }, () => '0'), ...(after ?? [])].slice(0, 4)
  return `${first.join(':')}::/64`
}

const forwarding = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip'] as const

/**
 * Whether a request shows that it came through a proxy: by a header that no browser sends, or by HTTP/1.0, which no browser speaks, and nginx
 * does to what stands behind it. Whoever asks can say so too, so it is no reason to be given anything.
 */
export function isForwarded({ headers, httpVersion }: Pick<IncomingMessage, 'headers' | 'httpVersion'>): boolean {
  return httpVersion === '1.0' || forwarding.some((name) => headers[name] !== undefined)
}
