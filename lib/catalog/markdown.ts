/** Inline markdown as far as the catalog must see into it: what it says in plain text, and where it leads. */

// Neither goes past the next sign of its own sort, so that a cell full of opening brackets takes no longer than any other.
const label = String.raw`\[((?:\\.|[^\\[\]])*)\]`
const destination = String.raw`\((?:\\.|[^\\()]|\((?:\\.|[^\\()])*\))*\)`
const image = new RegExp(`!${label}${destination}`, 'g')
const link = new RegExp(`${label}${destination}`, 'g')

/**
 * What a cell of inline markdown says, without its marks: a link's label, an image's description, no tags. A reading for names
 * and comparisons, not a rendering.
 */
export function plainText(markdown: string): string {
  if (!/[\\[\]<*_`~&!]/.test(markdown)) return markdown.trim()
  return markdown
    .replace(/<(https?:\/\/[^<>\s]*)>/g, '$1')
    .replace(/<!--(?:(?!<!--).)*?-->|<\/?[A-Za-z][^<>]*>/g, ' ')
    .replace(image, ' $1 ')
    .replace(link, '$1')
    .replace(/(?<!\\)(\*{1,3}|~~|`+)/g, '')
    .replace(/(?<![\\\p{L}\p{N}])_{1,3}|(?<!\\)_{1,3}(?![\p{L}\p{N}])/gu, '')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
}

/** A cell without its images: a badge or a logo names nothing. */
export function withoutImages(markdown: string): string {
  return markdown.includes('![') ? markdown.replace(image, '') : markdown
}

// A bracket ends it: what follows may be the address of the link that an image stands in.
const address = /https?:\/\/[^\s<>"'`|\]]+/gi

/** Every http(s) address in a cell of inline markdown, each once: of links, images, tags, or bare. */
export function addressesIn(markdown: string): string[] {
  return [...new Set(Array.from(markdown.matchAll(address), ([url]) => trimAddress(url)))]
}

/** A bare address ends before the punctuation of its sentence and before a bracket that it did not open. */
function trimAddress(url: string): string {
  let depth = 0
  for (let at = 0; at < url.length; at++) {
    const char = url[at]
    if (char === '(') depth++
    if (char === ')' && --depth < 0) return withoutStop(url, at)
  }
  return withoutStop(url, url.length)
}

function withoutStop(url: string, length: number): string {
  let end = length
  while ('.,;:!?*_'.includes(url[end - 1] as string)) end--
  return url.slice(0, end)
}
