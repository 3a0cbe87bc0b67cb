import { limits } from '@/lib/env'

/**
 * The header that tells how often one address may have an answer of the API made anew: the same for everybody, as answers are kept for
 * all (docs/decisions/0023). Nothing where there is no limit.
 */
export function readingPolicy(): Record<string, string> {
  const { reading } = limits()
  if (reading === null) return {}
  const { burst, seconds } = reading
  return { 'RateLimit-Policy': `"reading";q=${burst};w=${burst * seconds}` }
}
