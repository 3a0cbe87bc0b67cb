import { isLoopback } from '@/lib/auth/origin'
import type { Settings } from '@/lib/env'
import type { Reach } from './ask'

/** How long a service may take over one answer, in milliseconds. */
const TIMEOUT = 8_000

/** How a deployment reaches the services that it asks; null where its settings say that it asks none. */
export function reachOf({ lookups, lookupOrigin, publicOrigin }: Pick<Settings, 'lookups' | 'lookupOrigin' | 'publicOrigin'>): Reach | null {
  if (lookups === 'off') return null
  // Who is asked can see who asks; a machine of nobody's but one person's says no address.
  const contact = isLoopback(new URL(publicOrigin).host) ? '' : ` (+${publicOrigin})`
  return { agent: `catalog-portal/0.1${contact}`, origin: lookupOrigin ?? null, timeout: TIMEOUT }
}
