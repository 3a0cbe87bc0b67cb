/** What a page may run and where it may send its forms, on top of what every page may. */
export interface PageSources {
  /** CSP sources of inline scripts and styles: `'nonce-…'` or `'sha256-…'`. */
  scripts: readonly string[]
  styles: readonly string[]
  /** Origins to which a form may lead, by redirects too: where people sign in. */
  formTargets: readonly string[]
}

/** The policy of whatever is no page: it runs nothing, loads nothing, and nobody frames it. */
export const inertPolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** The policy of a page. Nothing inline runs that `sources` does not name. */
export function pagePolicy({ scripts, styles, formTargets }: PageSources): string {
  return [
    "default-src 'none'",
    ['script-src', "'self'", ...scripts].join(' '),
    ['style-src', "'self'", ...styles].join(' '),
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    ['form-action', "'self'", ...formTargets].join(' '),
    "frame-ancestors 'none'",
  ].join('; ')
}

// An attribute's value may hold `>`. The flight data of React holds no `<`, so a script ends at the first end tag.
const anyAttributes = String.raw`((?:[^>"']|"[^"]*"|'[^']*')*)`
const element = (name: string) => new RegExp(String.raw`<${name}(?=[\s>])${anyAttributes}>([\s\S]*?)</${name}`, 'gi')
const scriptElement = element('script')
const styleElement = element('style')
const isFile = /\ssrc\s*=/i
const isData = /\stype\s*=\s*["']?application\/(ld\+)?json/i

/** The text of each inline script that a browser would run, as it hashes it: once each, line ends normalised. */
export function inlineScripts(html: string): string[] {
  return texts(html, scriptElement, (attributes) => !isFile.test(attributes) && !isData.test(attributes))
}

/** The text of each style element, in the same manner. */
export function inlineStyles(html: string): string[] {
  return texts(html, styleElement, () => true)
}

function texts(html: string, pattern: RegExp, isMeant: (attributes: string) => boolean): string[] {
  const found = [...html.matchAll(pattern)].filter(([, attributes = '']) => isMeant(attributes))
  return [...new Set(found.map(([, , text = '']) => text.replaceAll(/\r\n?/g, '\n')))]
}
