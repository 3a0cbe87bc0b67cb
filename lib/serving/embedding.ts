/**
 * The header that lets pages of other sites show an answer, a picture for instance, within themselves: what they may read (`allowOrigin` is
 * what the answer says of that) they may show. Of everything else every answer says the opposite (security-headers).
 */
export function embedding(allowOrigin: number | string | readonly string[] | undefined): Record<string, string> {
  return allowOrigin === '*' ? { 'Cross-Origin-Resource-Policy': 'cross-origin' } : {}
}
