import { createHash } from 'node:crypto'
import { inlineScripts, inlineStyles } from './csp'

/** The CSP sources of a page's own inline scripts and styles, by their hashes. */
export function inlineSources(html: string): { scripts: string[]; styles: string[] } {
  return { scripts: inlineScripts(html).map(source), styles: inlineStyles(html).map(source) }
}

function source(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}
