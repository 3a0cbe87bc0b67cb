import type { Settings } from '@/lib/env'

/**
 * Where the sign-in page's forms may lead beyond the portal itself. Browsers hold every redirect that follows to it, and
 * an issuer hands people on to their institution's own sign-in, whose host nobody can list: so any https, and the issuers
 * of a test or a closed network by their http origin.
 */
export function formTargets({ github, orcid, oidc }: Pick<Settings, 'github' | 'orcid' | 'oidc'>): string[] {
  if (!github && !orcid && !oidc) return []
  const issuers = [orcid, oidc].flatMap((client) => (client ? [new URL(client.issuer).origin] : []))
  return ['https:', ...issuers.filter((origin) => origin.startsWith('http:'))]
}
