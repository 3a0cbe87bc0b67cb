import { generateKeyPairSync } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider, { type Configuration } from 'oidc-provider'
import { people } from './people'

/** A running OpenID Connect issuer, and what the portal's settings must say to use it. */
export interface Issuer {
  settings: { OIDC_ISSUER: string; OIDC_ID: string; OIDC_SECRET: string; OIDC_NAME: string }
  close: () => Promise<void>
}

const client = { id: 'catalog', secret: 'a-secret-between-the-tests-and-their-issuer' }

/**
 * Starts an OpenID Connect issuer in this process: the certified server, with real keys, codes, PKCE and tokens; only its
 * login page is ours, a button for each of `people`. `portal` is the origin that people are sent back to.
 */
export async function startIssuer(portal: string, port = 0): Promise<Issuer> {
  const server = createServer()
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve))
  const { port: bound } = server.address() as AddressInfo
  const url = `http://127.0.0.1:${bound}`
  const provider = new Provider(url, configuration(portal))
  const answer = provider.callback()
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const task = request.url?.startsWith('/pick/') ? pick(provider, request, response) : answer(request, response)
    task.catch((error: unknown) => response.writeHead(500).end(String(error)))
  })
  return {
    settings: { OIDC_ISSUER: url, OIDC_ID: client.id, OIDC_SECRET: client.secret, OIDC_NAME: 'Test University' },
    close: () => close(server),
  }
}

function configuration(portal: string): Configuration {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return {
    clients: [{ client_id: client.id, client_secret: client.secret, redirect_uris: [`${portal}/api/auth/callback/oidc`] }],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), kty: 'RSA', alg: 'RS256', use: 'sig', kid: 'test' }] },
    cookies: { keys: ['keys-of-the-test-issuer'] },
    pkce: { required: () => true },
    ttl: { Interaction: 600, Grant: 3600, Session: 3600, AccessToken: 600, IdToken: 600 },
    claims: { openid: ['sub'], profile: ['name', 'preferred_username'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, interaction) => `/pick/${interaction.uid}` },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub, ...nameOf(sub) }) }),
    // Consent is not what is tested: whoever logs in has given it.
    async loadExistingGrant({ oidc }) {
      const grant = new oidc.provider.Grant({ clientId: oidc.client?.clientId, accountId: oidc.session?.accountId })
      grant.addOIDCScope('openid profile')
      await grant.save()
      return grant
    },
  }
}

function nameOf(sub: string): { name?: string } {
  return { name: Object.entries(people).find(([who]) => who === sub)?.[1] }
}

async function pick(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== 'POST') {
    const buttons = Object.keys(people).map((who) => `<button name="who" value="${who}">${who}</button>`)
    response.setHeader('content-type', 'text/html; charset=utf-8')
    const head = '<!doctype html><html lang="en"><title>Who are you?</title><link rel="icon" href="data:,">'
    response.end(`${head}<form method="post">${buttons.join('')}</form></html>`)
    return
  }
  const accountId = new URLSearchParams(await textOf(request)).get('who') ?? ''
  await provider.interactionFinished(request, response, { login: { accountId, remember: false } })
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
}
