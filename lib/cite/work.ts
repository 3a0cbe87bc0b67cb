import type { EntryKind, ReadEntry } from '@/lib/catalog/entry'
import { addressesOf, identityOfUrl } from '@/lib/catalog/identity'
import { plainText } from '@/lib/catalog/markdown'
import { publishedIn } from '@/lib/catalog/search/published'
import { urlProblem } from '@/lib/catalog/url'

/** Somebody who wrote it: a person by both names, or anybody else by one. */
export type Author = { family: string; given: string } | { literal: string }

/** An author as lists of them have it: "Doe, Jane", or the one name. */
export function authorName(author: Author): string {
  if ('literal' in author) return author.literal
  return author.given === '' ? author.family : `${author.family}, ${author.given}`
}

/** What can be cited: as much as the catalog knows of a work. */
export interface Work {
  /** What it is cited by in a text. ASCII letters, digits and hyphens. */
  key: string
  type: 'article' | 'dataset' | 'software' | 'webpage'
  title: string
  authors: Author[]
  year: number | null
  /** The journal, or what else it appeared in. */
  container: string | null
  doi: string | null
  arxiv: string | null
  url: string | null
  note: string | null
}

/** An entry to be cited. */
export interface CitedEntry {
  kind: EntryKind
  slug: string
  name: string
  entry: ReadEntry
}

/** The list that an entry is cited from, and the page that it has there. */
export interface ListedIn {
  list: string
  page: string
}

/** What an entry tells of: its paper, or else the dataset, the code, or the page that it leads to. */
export function workOf(cited: CitedEntry, { list, page }: ListedIn): Work {
  const { title, url, type } = subject(cited)
  const [arxiv, doi] = [known(url, 'arxiv'), known(url, 'doi')]
  const year = url !== null && arxiv !== null ? publishedIn(url) : undefined
  return {
    ...{ key: cited.slug, type, title, authors: [], container: null, arxiv, doi },
    year: year ?? null,
    url: url ?? page,
    note: [`${cited.name === title ? 'Listed' : `${cited.name}, listed`} in “${list}”: ${page}`, ...papersBeside(cited.entry, url)].join(' '),
  }
}

/** The list itself at a revision, as a dataset by those who wrote its survey. */
export function workOfList({ list, origin, revision, at }: { list: string; origin: string; revision: number; at: Date }, authors: Author[]): Work {
  return {
    ...{ key: `catalog-r${revision}`, type: 'dataset', title: list, authors, year: at.getUTCFullYear(), container: null, doi: null, arxiv: null },
    ...{ url: `${origin}/`, note: `Catalog revision ${revision} of ${at.toISOString().slice(0, 10)}` },
  }
}

function subject({ kind, name, entry }: CitedEntry): Pick<Work, 'title' | 'url' | 'type'> {
  if (entry.kind === 'model' && entry.fields.paper) return { title: entry.fields.paper.label, url: entry.fields.paper.url, type: 'article' }
  const own = entry.kind === 'dataset' ? (entry.fields.links ?? []) : []
  const url = [...own.map((link) => link.url), ...addressesOf(entry)].find((address) => urlProblem(address) === undefined) ?? null
  return { title: plainText(name), url, type: kind === 'dataset' ? 'dataset' : kind === 'model' ? 'software' : 'webpage' }
}

/** A dataset is not its papers: their identifiers would have it cited as them, so they are named beside it. */
function papersBeside(entry: ReadEntry, cited: string | null): string[] {
  const papers = entry.kind === 'dataset' ? (entry.fields.papers ?? []) : []
  return papers.filter(({ url }) => url !== cited).map(({ url }) => `Paper: ${url}`)
}

function known(url: string | null, scheme: 'arxiv' | 'doi'): string | null {
  const identity = url === null ? '' : identityOfUrl(url)
  return identity.startsWith(`${scheme}:`) ? identity.slice(scheme.length + 1) : null
}
