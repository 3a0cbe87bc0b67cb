/** A cookie's name and attributes, as next-auth and Next both take them. */
export interface Cookie {
  name: string
  options: { httpOnly: true; sameSite: 'lax'; path: '/'; secure: boolean; maxAge?: number }
}

const QUARTER_OF_AN_HOUR = 15 * 60

/** The cookies of sign-in and session, by next-auth's keys for them. */
export type Cookies = Record<'sessionToken' | 'callbackUrl' | 'csrfToken' | 'pkceCodeVerifier' | 'state' | 'nonce', Cookie>

/**
 * The cookies of sign-in and session. Over https each is bound to this very host by `__Host-`: next-auth's own choice,
 * `__Secure-`, lets a sibling subdomain set them.
 */
export function cookiesOf(publicOrigin: string): Cookies {
  const secure = publicOrigin.startsWith('https:')
  const cookie = (name: string, maxAge?: number): Cookie => ({
    name: `${secure ? '__Host-' : ''}next-auth.${name}`,
    options: { httpOnly: true, sameSite: 'lax', path: '/', secure, ...(maxAge && { maxAge }) },
  })
  return {
    sessionToken: cookie('session-token'),
    callbackUrl: cookie('callback-url'),
    csrfToken: cookie('csrf-token'),
    pkceCodeVerifier: cookie('pkce.code_verifier', QUARTER_OF_AN_HOUR),
    state: cookie('state', QUARTER_OF_AN_HOUR),
    nonce: cookie('nonce', QUARTER_OF_AN_HOUR),
  }
}

/** What to set a cookie to, so that the browser forgets it. The attributes stay: without them `__Host-` would refuse. */
export function forgotten({ name, options }: Cookie): [name: string, value: '', options: Cookie['options'] & { expires: Date }] {
  return [name, '', { ...options, maxAge: undefined, expires: new Date(0) }]
}
