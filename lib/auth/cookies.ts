/** A cookie's name and attributes, as next-auth and Next both take them. */
export interface Cookie {
  name: string
  options: { httpOnly: true; sameSite: 'lax'; path: '/'; secure: boolean; maxAge?: number }
}

const names = {
  sessionToken: 'session-token',
  callbackUrl: 'callback-url',
  csrfToken: 'csrf-token',
  pkceCodeVerifier: 'pkce.code_verifier',
  state: 'state',
  nonce: 'nonce',
} as const

const QUARTER_OF_AN_HOUR = 15 * 60
const shortLived = new Set<string>(['pkceCodeVerifier', 'state', 'nonce'])

/**
 * The cookies of sign-in and session. Over https each is bound to this very host by `__Host-`: next-auth's own choice,
 * `__Secure-`, lets a sibling subdomain set them.
 */
export function cookiesOf(publicOrigin: string): Record<keyof typeof names, Cookie> {
  const secure = publicOrigin.startsWith('https:')
  const cookie = ([key, name]: [string, string]): [string, Cookie] => [key, {
    name: `${secure ? '__Host-' : ''}next-auth.${name}`,
    options: { httpOnly: true, sameSite: 'lax', path: '/', secure, ...(shortLived.has(key) && { maxAge: QUARTER_OF_AN_HOUR }) },
  }]
  return Object.fromEntries(Object.entries(names).map(cookie)) as Record<keyof typeof names, Cookie>
}
