/** A text as XML shows it; what XML has no way to write is a blank. */
export function escapeXml(text: string): string {
  // oxlint-disable-next-line no-control-regex -- just these are forbidden
  return text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/gu, ' ').replace(/[&<>"']/g, (char) => named[char] as string)
}

// By name, where XML has one that HTML has too: some readers of feeds know no numbers in attributes.
const named: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** How a browser searches the catalog: OpenSearch 1.1. */
export function openSearch({ origin, name, description }: { origin: string; name: string; description: string }): string {
  // A short name has at most 16 characters, by the format.
  const short = name.length <= 16 ? name : name.slice(0, 16).replace(/\s\S*$/, '')
  return `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>${escapeXml(short)}</ShortName>
  <LongName>${escapeXml(name.slice(0, 48))}</LongName>
  <Description>${escapeXml(description.slice(0, 1024))}</Description>
  <InputEncoding>UTF-8</InputEncoding>
  <Url type="text/html" template="${escapeXml(origin)}/search?q={searchTerms}"/>
  <Url type="application/x-suggestions+json" template="${escapeXml(`${origin}/api/suggest?as=opensearch&q={searchTerms}`)}"/>
  <Url type="application/json" template="${escapeXml(origin)}/api/v1/search?q={searchTerms}"/>
  <Image width="32" height="32" type="image/svg+xml">${escapeXml(origin)}/icon.svg</Image>
</OpenSearchDescription>
`
}

/** A page in a sitemap, and when it last changed. */
export interface Located {
  path: string
  at?: Date
}

/** A sitemap of pages. */
export function siteMap(origin: string, pages: readonly Located[]): string {
  return `${head}<urlset ${space}>\n${pages.map((page) => `<url>${located(origin, page)}</url>\n`).join('')}</urlset>\n`
}

/** A sitemap of sitemaps. */
export function siteMapIndex(origin: string, parts: readonly Located[]): string {
  return `${head}<sitemapindex ${space}>\n${parts.map((part) => `<sitemap>${located(origin, part)}</sitemap>\n`).join('')}</sitemapindex>\n`
}

const head = '<?xml version="1.0" encoding="UTF-8"?>\n'
const space = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'

function located(origin: string, { path, at }: Located): string {
  return `<loc>${escapeXml(origin + path)}</loc>${at ? `<lastmod>${at.toISOString()}</lastmod>` : ''}`
}
