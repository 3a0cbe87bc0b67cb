/** An address in a text and its offset. */
export interface FoundAddress {
  url: string
  at: number
}

// No longer than the catalog takes: a text of nothing but addresses stays linear.
// oxlint-disable-next-line no-control-regex -- hidden characters (./mask) end an address
const address = /https?:\/\/[^\s<>"'`|\]\0（）【】，。、；「」]{1,2000}/gi

const none: readonly FoundAddress[] = []

/** Every http(s) address of a text, of links, tags or bare; an address inside another one is part of that one. */
export function scanAddresses(text: string): readonly FoundAddress[] {
  if (!text.includes('://')) return none
  const found: FoundAddress[] = []
  address.lastIndex = 0
  for (let match = address.exec(text); match; match = address.exec(text)) {
    const url = trim(match[0])
    found.push({ url, at: match.index })
    address.lastIndex = match.index + url.length
  }
  return found
}

/** An address ends before a parenthesis that it did not open and before its sentence's punctuation. */
function trim(url: string): string {
  let depth = 0
  for (let at = 0; at < url.length; at++) {
    if (url[at] === '(') depth++
    if (url[at] === ')' && --depth < 0) return url.slice(0, at)
  }
  return url.replace(/[.,;:!?*_]+$/, '')
}

/** The host of an address, lower-case, without port and user. */
export function hostOf(url: string): string {
  return url.replace(/^https?:\/\/(?:[^/?#@]*@)?([^/?#:]*).*$/is, '$1').toLowerCase()
}

/** Whether a host is one of these or lies under one of them. */
export function isUnder(host: string, domains: readonly string[]): boolean {
  return domains.some((domain) => host === domain || host.endsWith(`.${domain}`))
}
