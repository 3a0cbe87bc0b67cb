import type { Settings } from '@/lib/env'
import { isLoopback } from './origin'

/** A way to sign in, as the sign-in page offers it. */
export interface Way {
  /** next-auth's provider. */
  id: 'orcid' | 'github' | 'oidc' | 'email'
  name: string
}

/** The ways to sign in whose settings are present. */
export function waysOf({ orcid, github, oidc, email }: Settings): Way[] {
  return [
    ...(orcid ? [{ id: 'orcid', name: 'ORCID' } as const] : []),
    ...(github ? [{ id: 'github', name: 'GitHub' } as const] : []),
    ...(oidc ? [{ id: 'oidc', name: oidc.name } as const] : []),
    ...(email ? [{ id: 'email', name: 'E-mail' } as const] : []),
  ]
}

/** Whether this deployment has the demo sign-in at all: nothing else to sign in with, one machine, its own address, and nobody before it. */
export function hasDemo(settings: Settings): boolean {
  return settings.embedded && !settings.proxies && waysOf(settings).length === 0 && isLoopback(new URL(settings.publicOrigin).host)
}

/**
 * Whether a request with these headers may use it. A name that leads to this machine from outside is refused, and so is what came through a
 * proxy, which may name this machine for whoever asks it; lib/serving has written down whether it did.
 */
export function offersDemo(settings: Settings, headers: Pick<Headers, 'get'>): boolean {
  return hasDemo(settings) && isLoopback(headers.get('host')) && headers.get('forwarded') === null
}
