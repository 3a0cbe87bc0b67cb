import { freePort } from '@/scripts/postgres'
import { startIssuer } from './issuer'
import { startPortal } from './portal'

/** Starts the portals that the journeys visit: one with the demo sign-in, one whose people come from an OpenID Connect issuer. */
export default async function setup(): Promise<() => Promise<void>> {
  const demo = await startPortal()
  const port = await freePort()
  const issuer = await startIssuer(`http://localhost:${port}`)
  const oidc = await startPortal({ port, env: { ...issuer.settings } })
  Object.assign(process.env, { PORTAL_URL: demo.url, PORTAL_DATA_DEMO: demo.data, PORTAL_OIDC_URL: oidc.url, PORTAL_DATA_OIDC: oidc.data })
  process.env.PORTAL_TEST_ISSUER = issuer.settings.OIDC_ISSUER
  return async () => {
    await Promise.all([demo.stop(), oidc.stop()])
    await issuer.close()
  }
}
