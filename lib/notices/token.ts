import { createHmac, timingSafeEqual } from 'node:crypto'

/** What a token is for: one made for another purpose opens nothing. */
export type Purpose = 'unsubscribe' | 'address'

/** A text that only this deployment can have written, for a link: it can be read by anybody, and changed by nobody. */
export function seal(secret: string, purpose: Purpose, text: string): string {
  return `${Buffer.from(text, 'utf8').toString('base64url')}.${signature(secret, purpose, text).toString('base64url')}`
}

/** The text that was sealed; null for anything else. */
export function unseal(secret: string, purpose: Purpose, token: string): string | null {
  const [body = '', signed = '', ...rest] = token.split('.')
  const text = Buffer.from(body, 'base64url').toString('utf8')
  const given = Buffer.from(signed, 'base64url')
  const expected = signature(secret, purpose, text)
  return rest.length === 0 && given.length === expected.length && timingSafeEqual(given, expected) ? text : null
}

function signature(secret: string, purpose: Purpose, text: string): Buffer {
  return createHmac('sha256', secret).update(`notices/${purpose}\n${text}`).digest()
}
