import { freePort } from '@/scripts/postgres'
import { startServices } from '@/scripts/testing/services'
import { startIssuer } from './issuer'
import { startPortal } from './portal'

/**
 * Starts the portals that the journeys visit: one with the demo sign-in, which looks up identifiers at services that are played here, and
 * one whose people come from an OpenID Connect issuer, and which looks up nothing.
 */
export default async function setup(): Promise<() => Promise<void>> {
  const services = await startServices()
  const demo = await startPortal({ env: { PORTAL_LOOKUP_ORIGIN: services.origin } })
  const port = await freePort()
  const issuer = await startIssuer(`http://localhost:${port}`)
  const oidc = await startPortal({ port, env: { ...issuer.settings, PORTAL_LOOKUPS: 'off', PORTAL_ADMIN: `oidc:${issuer.settings.OIDC_ISSUER}#ada` } })
  Object.assign(process.env, { PORTAL_URL: demo.url, PORTAL_DATA_DEMO: demo.data, PORTAL_OIDC_URL: oidc.url, PORTAL_DATA_OIDC: oidc.data })
  process.env.PORTAL_TEST_ISSUER = issuer.settings.OIDC_ISSUER
  process.env.PORTAL_TEST_SERVICES = services.origin
  return async () => {
    await Promise.all([demo.stop(), oidc.stop()])
    await Promise.all([issuer.close(), services.close()])
  }
}
