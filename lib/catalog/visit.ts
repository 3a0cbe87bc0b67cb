const parts = /^([^?#]*)(?:\?([^#]*))?(#.*)?$/s

/** What a link carries to tell who shared it, or to let a reader in, and nothing of the page. */
const visit = /^(utm_\w+|casa_token|trk|fbclid|gclid|msclkid|twclid|yclid|igshid|mc_cid|mc_eid|_hsenc|_hsmi|mkt_tok|ref_src|spm)=/i

/** The address without what only tells of a visit; the same address where it carries nothing of it. */
export function withoutVisit(url: string): string {
  const [, page, query, fragment = ''] = addressParts(url)
  if (query === undefined) return url
  const between = query.includes('&amp;') ? '&amp;' : '&'
  const all = query.split(between)
  const kept = all.filter((part) => !visit.test(part))
  if (kept.length === all.length) return url
  return page + (kept.length > 0 ? `?${kept.join(between)}` : '') + fragment
}

/** An address taken apart as `[whole, page, query, fragment]`: the query without its mark, the fragment with it. */
export function addressParts(url: string): [string, string, string | undefined, string | undefined] {
  return parts.exec(url) as RegExpExecArray & [string, string, string | undefined, string | undefined]
}
