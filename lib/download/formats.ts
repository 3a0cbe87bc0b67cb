import { entryAddress, tellEntry, type EntryAt } from '@/lib/api/represent'
import { bibtexOf } from '@/lib/cite/bibtex'
import { cslOf } from '@/lib/cite/csl'
import { risOf } from '@/lib/cite/ris'
import { workOf, type Work } from '@/lib/cite/work'
import { columnOf, printCells, type Columns, type EntryKind } from '@/lib/catalog/entry'
import { csvLines } from './csv'
import { tableColumns } from './columns'

/** What is written: some entries of the list, at a revision. */
export interface Listing {
  /** Scheme, host and port under which people reach the portal. */
  origin: string
  /** What the list is called. */
  list: string
  /** What this part of it is called. */
  title: string
  revision: number
  at: Date
  /** The kinds that its entries may be of. */
  kinds: readonly EntryKind[]
  /** The columns of its one table; undefined where it has several. */
  columns?: Columns
}

/** A section whose entries follow. */
export interface ListedSection {
  heading: string
  columns: Columns
  header: readonly string[]
  align: readonly string[]
}

/** How a list of entries is written: its pieces, one behind the other, make the file. */
export interface Format {
  type: string
  head(listing: Listing): string
  section(section: ListedSection): string
  /** `index` counts from 0 over the whole list. */
  entry(entry: EntryAt, listing: Listing, section: ListedSection, index: number): string
  foot(listing: Listing): string
}

const none = () => ''

const csv: Format = {
  type: 'text/csv; charset=utf-8; header=present',
  head: ({ kinds, columns }) => csvLines([tableColumns(kinds, cellColumns(kinds, columns)).map(({ name }) => name)]),
  section: none,
  entry: (entry, { kinds, columns, origin }) => csvLines([tableColumns(kinds, cellColumns(kinds, columns)).map(({ text }) => text(entry, origin))]),
  foot: none,
}

/** The columns of a table whose cells stand in none of its kind's fields. */
function cellColumns(kinds: readonly EntryKind[], columns: Columns | undefined): Columns | undefined {
  return kinds.length === 1 ? columns?.filter((key) => columnOf(kinds[0] as EntryKind, key) === undefined) : undefined
}

const json: Format = {
  type: 'application/json; charset=utf-8',
  head: ({ title, list, revision, at, origin }) =>
    `${JSON.stringify({ title, list, url: origin, revision, at: at.toISOString() }).slice(0, -1)},"entries":[`,
  section: none,
  entry: (entry, { origin }, _, index) => `${index === 0 ? '' : ','}\n${JSON.stringify(tellEntry(origin, entry))}`,
  foot: () => '\n]}\n',
}

const markdown: Format = {
  type: 'text/markdown; charset=utf-8',
  head: ({ title, list, revision, at, origin }) => `# ${title}\n\nFrom [${list}](${origin}/), catalog revision ${revision} of ${at.toISOString().slice(0, 10)}.\n`,
  section: ({ heading, header, align }) => `\n## ${heading}\n\n${rowOf(header)}${rowOf(align.map(delimiter))}`,
  entry: ({ entry }, _, { columns }) => rowOf(printCells(entry, columns)),
  foot: none,
}

function rowOf(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |\n`
}

function delimiter(align: string): string {
  return { left: ':--', right: '--:', center: ':-:' }[align] ?? '---'
}

/** The entry as a work to cite, under a key that no other of the list has. */
export function cited(entry: Pick<EntryAt, 'kind' | 'slug' | 'name' | 'entry'>, { origin, list }: Pick<Listing, 'origin' | 'list'>): Work {
  const work = workOf(entry, { list, page: entryAddress(origin, entry) })
  // Slugs are told apart within a kind.
  return { ...work, key: entry.kind === 'model' ? work.key : `${entry.kind}-${work.key}` }
}

const bib: Format = {
  type: 'application/x-bibtex; charset=utf-8',
  head: ({ title, list, revision, at, origin }) => `% ${plain(title)}. From ${plain(list)}, ${origin}/, catalog revision ${revision} of ${at.toISOString().slice(0, 10)}.\n`,
  section: none,
  entry: (entry, listing) => `\n${bibtexOf(cited(entry, listing))}`,
  foot: none,
}

// An @ would begin an entry in some readers, wherever it stands.
function plain(text: string): string {
  return text.replace(/[\p{Cc}@{}]+/gu, ' ')
}

const ris: Format = {
  type: 'application/x-research-info-systems; charset=utf-8',
  head: none,
  section: none,
  entry: (entry, listing) => `${risOf(cited(entry, listing))}\r\n`,
  foot: none,
}

const csl: Format = {
  type: 'application/vnd.citationstyles.csl+json; charset=utf-8',
  head: () => '[',
  section: none,
  entry: (entry, listing, _, index) => `${index === 0 ? '' : ','}\n${JSON.stringify(cslOf(cited(entry, listing)))}`,
  foot: () => '\n]\n',
}

/** How lists of entries can be taken along, by the ending of the file's name. */
export const formats = { csv, json, bib, ris, csl, md: markdown } as const

export type FormatName = keyof typeof formats
export const formatNames = Object.keys(formats) as FormatName[]
