import localFont from 'next/font/local'
import { GeistSans } from 'geist/font/sans'

/** The text face; preloaded, since every page shows it first. */
export const sans = GeistSans

/** The face of README lines. Not preloaded, as the package's own would be: most pages show none above the fold. */
export const mono = localFont({
  src: '../node_modules/geist/dist/fonts/geist-mono/GeistMono-Variable.woff2',
  variable: '--font-geist-mono',
  weight: '100 900',
  preload: false,
})
