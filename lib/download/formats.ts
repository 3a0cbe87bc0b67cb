import { entryAddress, tellEntry, type EntryAt } from '@/lib/api/represent'
import { bibtexOf } from '@/lib/cite/bibtex'
import { cslOf } from '@/lib/cite/csl'
import { risOf } from '@/lib/cite/ris'
import { workOf, type Work } from '@/lib/cite/work'
import { columnOf, printCells, type Columns, type EntryKind } from '@/lib/catalog/entry'
import { csvLines } from './csv'
import { tableColumns } from './columns'
import { plainMarkdown } from './plain-markdown'

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

/** How a list of entries is written. */
export interface Format {
  type: string
  begin(listing: Listing): Writing
}

/** The pieces of a list's file, which one behind the other make it. */
export interface Writing {
  head: string
  section(section: ListedSection): string
  /** `index` counts from 0 over the whole list. */
  entry(entry: EntryAt, section: ListedSection, index: number): string
  foot: string
}

const none = () => ''

const csv: Format = {
  type: 'text/csv; charset=utf-8; header=present',
  begin({ kinds, columns, origin }) {
    const table = tableColumns(kinds, cellColumns(kinds, columns))
    return { head: csvLines([table.map(({ name }) => name)]), section: none, entry: (entry) => csvLines([table.map(({ text }) => text(entry, origin))]), foot: '' }
  },
}

/** The columns of a table whose cells stand in none of its kind's fields. */
function cellColumns(kinds: readonly EntryKind[], columns: Columns | undefined): Columns | undefined {
  return kinds.length === 1 ? columns?.filter((key) => columnOf(kinds[0] as EntryKind, key) === undefined) : undefined
}

const json: Format = {
  type: 'application/json; charset=utf-8',
  begin: ({ title, list, revision, at, origin }) => ({
    head: `${JSON.stringify({ title, list, url: origin, revision, at: at.toISOString() }).slice(0, -1)},"entries":[`,
    section: none,
    entry: (entry, _, index) => `${index === 0 ? '' : ','}\n${JSON.stringify(tellEntry(origin, entry))}`,
    foot: '\n]}\n',
  }),
}

const markdown: Format = {
  type: 'text/markdown; charset=utf-8',
  begin: ({ title, list, revision, at, origin }) => ({
    head: `# ${plainMarkdown(title)}\n\nFrom [${list}](${origin}/), catalog revision ${revision} of ${at.toISOString().slice(0, 10)}.\n`,
    section: ({ heading, header, align }) => `\n## ${plainMarkdown(heading)}\n\n${rowOf(header)}${rowOf(align.map(delimiter))}`,
    entry: ({ entry }, { columns }) => rowOf(printCells(entry, columns)),
    foot: '',
  }),
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
  // Slugs are told apart within a kind, and a model may be called "Dataset D".
  return { ...work, key: entry.kind === 'model' && !/^(model|dataset|table)-/.test(work.key) ? work.key : `${entry.kind}-${work.key}` }
}

const bib: Format = {
  type: 'application/x-bibtex; charset=utf-8',
  begin: (listing) => ({
    head: `% ${listing.title === listing.list ? '' : `${plain(listing.title)}. From `}${plain(listing.list)}, ${listing.origin}/, catalog revision ${listing.revision} of ${listing.at.toISOString().slice(0, 10)}.\n`,
    section: none,
    entry: (entry) => `\n${bibtexOf(cited(entry, listing))}`,
    foot: '',
  }),
}

// An @ would begin an entry in some readers, wherever it stands.
function plain(text: string): string {
  return text.replace(/[\p{Cc}@{}]+/gu, ' ')
}

const ris: Format = {
  type: 'application/x-research-info-systems; charset=utf-8',
  begin: (listing) => ({ head: '', section: none, entry: (entry) => `${risOf(cited(entry, listing))}\r\n`, foot: '' }),
}

const csl: Format = {
  type: 'application/vnd.citationstyles.csl+json; charset=utf-8',
  begin: (listing) => ({
    head: '[',
    section: none,
    entry: (entry, _, index) => `${index === 0 ? '' : ','}\n${JSON.stringify(cslOf(cited(entry, listing)))}`,
    foot: '\n]\n',
  }),
}

/** How lists of entries can be taken along, by the ending of the file's name. */
export const formats = { csv, json, bib, ris, csl, md: markdown } as const

export type FormatName = keyof typeof formats

/** What a list's file is saved as; undefined where it is read where it is, as markdown and JSON are: the others belong into a program. */
export function savedAs(format: FormatName, slug: string): string | undefined {
  if (format === 'md' || format === 'json') return undefined
  // A file that ends in .csl is a citation style.
  return format === 'csl' ? `${slug}.csl.json` : `${slug}.${format}`
}
