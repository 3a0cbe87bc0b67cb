import type { DataCatalog, Dataset, ScholarlyArticle, SoftwareSourceCode, Thing, WithContext } from 'schema-dts'
import { entryAddress } from '@/lib/api/represent'
import type { EntryKind, ReadEntry } from '@/lib/catalog/entry'
import { identityOfUrl } from '@/lib/catalog/identity'
import { labelFor } from '@/lib/catalog/label'
import { plainText } from '@/lib/catalog/markdown'
import { urlProblem } from '@/lib/catalog/url'
import { aboutEntry } from './about'

/** The list as schema.org has it, and where people reach it. */
export interface ListToDescribe {
  origin: string
  name: string
  description: string
}

/** An entry as schema.org has it. */
export interface EntryToDescribe {
  kind: EntryKind
  slug: string
  name: string
  section: { slug: string; heading: string }
  entry: ReadEntry
}

const context = 'https://schema.org'
type Node = Exclude<Thing, string>

/** Data as the text of a script element: no `<` is in it that could end the element, no line end that a script would stumble over. */
export function scriptText(data: unknown): string {
  return JSON.stringify(data).replace(/[<>&\u2028\u2029]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** The whole list: a catalog whose data sets are its sections. */
export function describeCatalog(list: ListToDescribe, { changed, sections }: { changed: string | null; sections: readonly { slug: string; heading: string }[] }): WithContext<DataCatalog> {
  return {
    ...{ '@context': context, '@type': 'DataCatalog', '@id': catalogId(list), url: `${list.origin}/`, name: list.name, description: list.description },
    ...(changed !== null && { dateModified: changed }),
    isAccessibleForFree: true,
    dataset: sections.map(({ slug, heading }): Dataset => ({ '@type': 'Dataset', '@id': sectionId(list, slug), url: `${list.origin}/sections/${slug}`, name: heading, description: sectionWords(list, heading) })),
  }
}

const taken = [['csv', 'text/csv'], ['json', 'application/json'], ['bib', 'application/x-bibtex'], ['md', 'text/markdown']] as const

/** A section: data that can be taken along in several forms. */
export function describeSection(list: ListToDescribe, { slug, heading, size }: { slug: string; heading: string; size: number }): WithContext<Dataset> {
  const url = `${list.origin}/sections/${slug}`
  return {
    ...{ '@context': context, '@type': 'Dataset', '@id': sectionId(list, slug), url, name: heading, description: `${sectionWords(list, heading)} Entries: ${size}.` },
    ...{ isAccessibleForFree: true, includedInDataCatalog: catalogRef(list) },
    distribution: taken.map(([ending, encodingFormat]) => ({ '@type': 'DataDownload', encodingFormat, contentUrl: `${url}.${ending}` })),
  }
}

/** An entry: a data set, a model's paper and its code, or a row of another table. */
export function describeEntry(list: ListToDescribe, entry: EntryToDescribe): { '@context': typeof context; '@graph': Node[] } {
  const page = entryAddress(list.origin, entry)
  return { '@context': context, '@graph': read(list, entry, page) }
}

function read(list: ListToDescribe, { name, section, entry }: EntryToDescribe, page: string): Node[] {
  const partOf = { '@type': 'Dataset' as const, '@id': sectionId(list, section.slug), name: section.heading, description: sectionWords(list, section.heading) }
  const own = { '@id': `${page}#entry`, mainEntityOfPage: page, name: plainText(name) }
  if (entry.kind === 'dataset') return [datasetOf(list, entry, own, section.heading)]
  if (entry.kind === 'table') return [{ '@type': 'CreativeWork', ...own, isPartOf: partOf, ...about(aboutEntry(entry)) }]
  const { paper, code, subfield, base, data } = entry.fields
  const keywords = [subfield, ...(base ?? []), ...(data ?? [])].filter((word): word is string => Boolean(word))
  const article: ScholarlyArticle | null = paper
    ? { '@type': 'ScholarlyArticle', '@id': `${page}#paper`, headline: paper.label, name: paper.label, ...at(paper.url), ...identified(paper.url) }
    : null
  const model: SoftwareSourceCode = {
    ...{ '@type': 'SoftwareSourceCode', ...own, isPartOf: partOf },
    ...(keywords.length > 0 && { keywords }),
    ...(code && isUrl(code.url) && { codeRepository: code.url }),
    ...(article && { citation: { '@id': `${page}#paper` } }),
  }
  return article ? [model, article] : [model]
}

function datasetOf(list: ListToDescribe, { fields }: Extract<ReadEntry, { kind: 'dataset' }>, own: { '@id': string; name: string }, heading: string): Dataset {
  const [first] = (fields.links ?? []).filter(({ url }) => isUrl(url))
  const papers = (fields.papers ?? []).filter(({ url }) => isUrl(url))
  return {
    ...{ '@type': 'Dataset', ...own },
    // Search engines want some words: a name alone is no data set to them.
    description: fields.description ?? `${own.name}, a dataset listed under “${heading}” in ${list.name}.`,
    ...(first && { url: first.url }),
    includedInDataCatalog: catalogRef(list),
    ...(papers.length > 0 && { citation: papers.map(citationOf) }),
  }
}

/** What a dataset's paper is called nobody wrote down: its link is called like the place where it is published. */
function citationOf({ label, url }: { label: string; url: string }): ScholarlyArticle {
  const isVenue = label !== '' && label === labelFor(url, 'paper')
  return { '@type': 'ScholarlyArticle', url, ...identified(url), ...(isVenue && { publisher: { '@type': 'Organization', name: label } }) }
}

function about(words: string): { description?: string } {
  return words === '' ? {} : { description: words }
}

function isUrl(url: string): boolean {
  return urlProblem(url) === undefined
}

function at(url: string): { url?: string } {
  return isUrl(url) ? { url } : {}
}

/** "doi:10.1000/1", as others write identifiers too. */
function identified(url: string): { identifier?: string } {
  const identity = identityOfUrl(url)
  return /^(doi|arxiv):/.test(identity) ? { identifier: identity } : {}
}

function catalogId({ origin }: ListToDescribe): string {
  return `${origin}/#catalog`
}

function catalogRef(list: ListToDescribe): DataCatalog {
  return { '@type': 'DataCatalog', '@id': catalogId(list), name: list.name, url: `${list.origin}/` }
}

function sectionId({ origin }: ListToDescribe, slug: string): string {
  return `${origin}/sections/${slug}#section`
}

// Search engines ask for fifty characters at least.
function sectionWords({ name, description }: ListToDescribe, heading: string): string {
  return `The section “${heading}” of ${name}. ${description}`
}
