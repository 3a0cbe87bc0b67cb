/**
 * An e-mail address as a sign-in link is sent to it, the same for every way of writing it; null of what is none. The domain ends at a
 * comma: behind one, a mail program would read another recipient.
 */
export function emailAddress(given: string): string | null {
  const [local, domain, ...others] = given.normalize('NFKC').trim().toLowerCase().split('@')
  const host = domain?.split(',')[0] ?? ''
  return others.length > 0 || !local || /["\s]/.test(local + host) || !host.includes('.') ? null : `${local}@${host}`
}
