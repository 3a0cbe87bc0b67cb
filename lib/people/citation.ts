import { escapeTex } from '@/lib/cite/tex'

/** What is cited of somebody: what they contributed to the list, as it stood at a catalog revision. */
export interface Cited {
  name: string
  /** What the list is called. */
  list: string
  /** Accepted contributions, counted to `counted`. */
  count: number
  revision: number
  /** When that revision was made. */
  at: Date
  url: string
}

/** No further is counted. */
export const counted = 1000

/** "3 accepted contributions", "more than 1,000 accepted contributions". */
export function sayCount(count: number): string {
  if (count > counted) return 'more than 1,000 accepted contributions'
  return count === 1 ? 'one accepted contribution' : `${count} accepted contributions`
}

/** A citation in a line of plain text. */
export function citeAsText({ name, list, count, revision, at, url }: Cited): string {
  return `${name} (${at.getUTCFullYear()}). Contributions to “${list}”: ${sayCount(count)}. Catalog revision ${revision}, ${at.toISOString().slice(0, 10)}. ${url}`
}

/** The same as a BibTeX entry. */
export function citeAsBibtex({ name, list, count, revision, at, url }: Cited): string {
  const fields = [
    ['author', author(name)],
    ['title', `Contributions to {${escapeTex(list)}}`],
    ['year', String(at.getUTCFullYear())],
    ['note', `Catalog revision ${revision} of ${at.toISOString().slice(0, 10)}, ${sayCount(count)}`],
    ['url', url],
  ]
  return `@misc{${key(name)}-r${revision},\n${fields.map(([field, value]) => `  ${field} = {${value}},`).join('\n')}\n}`
}

/** What BibTeX would take apart as something else than a name, like a comma or " and ", is braced, so that it stays whole. */
function author(name: string): string {
  const parts = /^\p{L}[\p{L}\p{M}.’'-]*( \p{L}[\p{L}\p{M}.’'-]*)*$/u.test(name) && !/ and /i.test(` ${name} `)
  return parts ? name : `{${escapeTex(name)}}`
}

function key(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z\d]+/g, '-').replace(/^-|-$/g, '') || 'contributor'
}
