import { isLoopback } from '@/lib/auth/origin'
import { hasDemo } from '@/lib/auth/ways'
import { parseSettings as parse, type Settings } from '@/lib/env'
import { StartFailure } from './failure.mjs'

/** The settings of an environment, or a start that fails by saying which are wrong. */
export function parseSettings(environment: NodeJS.ProcessEnv): Settings {
  const parsed = parse(environment)
  if (parsed.ok) return parsed.value
  throw new StartFailure(`The settings are not right: ${parsed.message}`)
}

/**
 * Whether nobody but this machine can reach the portal and its embedded database. Asked of where it listens: the Host of a
 * request says what its sender likes.
 */
export function isOneMachine(host: string, databaseUrl: string | undefined): boolean {
  return !databaseUrl && isLoopback(host)
}

/** How to sign in, in a sentence for the terminal. */
export function signInWays(settings: Settings): string {
  const { github, orcid, oidc, email, publicOrigin } = settings
  const ways = [github && 'GitHub', orcid && 'ORCID', oidc?.name, email && 'an e-mail link'].filter((way) => way !== undefined)
  if (ways.length > 0) return `Sign in with ${ways.join(', ')}.`
  if (hasDemo(settings)) {
    return `Sign in at ${publicOrigin}/sign-in as a demo researcher or a demo maintainer; no provider is configured yet.`
  }
  return 'Nobody can sign in yet: configure a provider, see docs/operations.md.'
}
