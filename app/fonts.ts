import localFont from 'next/font/local'

// Both are optional: what is not there by the first paint is for the next page. Letters that are exchanged later move the lines that somebody reads.

/** The text face; preloaded, since every page shows it first. */
export const sans = localFont({
  src: '../node_modules/geist/dist/fonts/geist-sans/Geist-Variable.woff2',
  variable: '--font-geist-sans',
  weight: '100 900',
  display: 'optional',
})

/** The face of README lines. Not preloaded: most pages show none above the fold. */
export const mono = localFont({
  src: '../node_modules/geist/dist/fonts/geist-mono/GeistMono-Variable.woff2',
  variable: '--font-geist-mono',
  weight: '100 900',
  display: 'optional',
  preload: false,
})
