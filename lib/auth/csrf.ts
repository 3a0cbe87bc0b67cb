import { createHash, randomBytes } from 'node:crypto'

/** next-auth's double-submit pair: the token for the form, and the cookie that vouches for it. */
export function csrfPair(secret: string): { token: string; cookie: string } {
  const token = randomBytes(32).toString('hex')
  const hash = createHash('sha256').update(`${token}${secret}`).digest('hex')
  return { token, cookie: `${token}|${hash}` }
}
