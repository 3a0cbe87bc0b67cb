/** Addresses in the catalog: http and https only, written so that no character can end a markdown link. */

// What RFC 3986 gives no place in an address; a browser's address bar shows them encoded.
const illegal = /["<>`{}|\\^]/g

/** Percent-encodes the characters that an address may not hold; leaves every other as it was typed. */
export function encodeUrl(url: string): string {
  return url.trim().replace(illegal, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
}

// An address of the everyday kind: it needs no encoding and no escape, and every parser takes it.
const everyday = /^https?:\/\/(?!(?:[^/]*\.)?xn--)(?:[a-z0-9][a-z0-9-]*\.)+[a-z]{2,}(?:\/[A-Za-z0-9._~:/?#!$'*+,;=@%-]*)?$/

/** Why a string is no address for the catalog, as a sentence for the person who typed it; undefined when it is one. */
export function urlProblem(url: string): string | undefined {
  // oxlint-disable-next-line no-control-regex -- refusing control characters is what this is for
  if (/[\s\u0000-\u001f\u007f-\u009f]/.test(url)) return 'An address has no spaces in it.'
  if (!/^https?:\/\//i.test(url)) return 'Start with https:// (or http://).'
  // As it will be written: a backslash ends the host that it stands behind, and encoded it makes that host a user name.
  const written = encodeUrl(url)
  if (!URL.canParse(written) || !url.isWellFormed()) return 'This is not a complete address, like https://arxiv.org/abs/2402.13963.'
  const parsed = new URL(written)
  if (parsed.username || parsed.password) return 'Leave out the user name and password in the address.'
  return undefined
}

function isBalanced(url: string): boolean {
  let depth = 0
  for (const char of url) {
    if (char === '(') depth++
    if (char === ')' && --depth < 0) return false
  }
  return depth === 0
}

/** Writes an address as a markdown link's destination: parentheses that do not pair and entities get a backslash. */
export function printUrl(url: string): string {
  const parens = isBalanced(url) ? url : url.replace(/[()]/g, '\\$&')
  return parens.replace(/&(?=(#\d+|#[xX][\da-fA-F]+|[A-Za-z][A-Za-z\d]*);)/g, '\\&')
}

/** Reads a link's destination; undefined where it is not an address of the catalog written as we would. */
export function readUrl(markdown: string): string | undefined {
  if (everyday.test(markdown)) return markdown
  const url = markdown.replace(/\\([()&])/g, '$1')
  return urlProblem(url) === undefined && encodeUrl(url) === url && printUrl(url) === markdown ? url : undefined
}
