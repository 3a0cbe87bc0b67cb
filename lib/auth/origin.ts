/** Whether a request's Origin header is the portal's own. Absent, `null` and foreign are not. */
export function isOwnOrigin(origin: string | null, publicOrigin: string): boolean {
  return origin === publicOrigin
}

/** Whether a host, with or without its port, names this very machine. */
export function isLoopback(host: string | null): boolean {
  if (!host) return false
  const name = host.replace(/:\d+$/, '').toLowerCase()
  return name === 'localhost' || name === '[::1]' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(name)
}

/** Where to go after signing in: the asked place if it is one of the portal's own, as a path; else the home page. */
export function ownPath(to: string | null | undefined, publicOrigin: string): string {
  if (!to || !URL.canParse(to, publicOrigin)) return '/'
  const url = new URL(to, publicOrigin)
  const path = `${url.pathname}${url.search}${url.hash}`
  // `/.//evil.example` is of this origin, but its path alone would lead elsewhere. The sign-in page would lead in a circle.
  const leadsAway = url.origin !== publicOrigin || path.startsWith('//') || /^\/(sign-in|api)(\/|$)/.test(url.pathname)
  return leadsAway ? '/' : path
}
