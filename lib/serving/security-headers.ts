const TWO_YEARS = 2 * 365 * 24 * 60 * 60

/** What every response carries, errors and files included. HSTS only where people reach the portal over https. */
export function securityHeaders(publicOrigin: string): Record<string, string> {
  return {
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    // Not `no-referrer`: with it browsers send `Origin: null` from our own forms, which the origin guard refuses.
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'browsing-topics=(), camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    ...(publicOrigin.startsWith('https:') && { 'Strict-Transport-Security': `max-age=${TWO_YEARS}; includeSubDomains` }),
  }
}
