import { z } from 'zod'
import { cleanLine, cleanUrl } from './clean'
import { addressOf, keyOf, recognise, sayIdentifier, schemes, type Identifier } from './identifier'
import { labelFor } from '@/lib/catalog/label'

const identifierSchema = z.object({ scheme: z.enum(schemes), id: z.string().min(1).max(500) })
const linkSchema = z.object({ label: z.string().max(300), url: z.string().max(2000) })

/** What one look-up found of a work, in the catalog's terms. What the register does not say is null. */
export const foundSchema = z.object({
  /** Who says so: "arXiv", "Crossref". */
  service: z.string().min(1).max(60),
  /** Where a person can see it; null of what somebody pasted. */
  page: z.string().max(2000).nullable(),
  title: z.string().max(300).nullable(),
  /** What a repository or a data set is called. */
  name: z.string().max(120).nullable(),
  /** The work's canonical address, labelled as the catalog does. */
  paper: linkSchema.nullable(),
  /** Where its code, weights or data are. */
  place: linkSchema.nullable(),
  year: z.number().int().nullable(),
  /** Of a preprint that was published since: where, and under which DOI. */
  published: z.object({ where: z.string().max(300).nullable(), by: identifierSchema.nullable() }).nullable(),
  /** What else it names that can be looked up. */
  next: z.array(identifierSchema).max(3),
})
export type Found = z.output<typeof foundSchema>

/** What of a `Found` a register's answer has to say itself. */
export type Partly = Partial<Omit<Found, 'service' | 'page'>>

/** A whole `Found` of what a register said; what it did not say is null. */
export function found(service: string, page: string | null, { next = [], ...said }: Partly): Found {
  const nothing = { title: null, name: null, paper: null, place: null, year: null, published: null }
  return { ...nothing, ...said, service, page, next: distinct(next).slice(0, 3) }
}

function distinct(identifiers: readonly Identifier[]): Identifier[] {
  return [...new Map(identifiers.map((one) => [keyOf(one), one])).values()]
}

/** A link to a work, labelled as the catalog does: by its host, or else by where it appeared. */
export function paperLink(url: string | null, where: string | null = null): Found['paper'] {
  const address = cleanUrl(url)
  return address === null ? null : { label: labelFor(address, 'paper') || (cleanLine(where, 60) ?? ''), url: address }
}

/** A link to where something is to be had. */
export function placeLink(url: string | null): Found['place'] {
  const address = cleanUrl(url)
  return address === null ? null : { label: labelFor(address, 'link'), url: address }
}

/** What an identifier says by itself, without anybody being asked: an address. */
export function fromIdentifier(identifier: Identifier): Found {
  const url = addressOf(identifier)
  const isPlace = identifier.scheme === 'github' || identifier.scheme === 'huggingface'
  return found(sayIdentifier(identifier), null, isPlace ? { place: placeLink(url) } : { paper: paperLink(url) })
}

/** Of a text the first repository of GitHub or Hugging Face that it links to. */
export function repositoryIn(text: string | null | undefined): Identifier | null {
  const pages = (text ?? '').match(/\b(?:https?:\/\/)?(?:www\.)?(?:github\.com|huggingface\.co)\/[\w./-]{1,250}/gi) ?? []
  const all = pages.map((page) => recognise(page.replace(/[./-]+$/, '')))
  return all.find((one) => one?.scheme === 'github' || one?.scheme === 'huggingface') ?? null
}

/** Where a repository is. */
export function repositoryLink(repository: Identifier | null): Found['place'] {
  return repository && placeLink(addressOf(repository))
}

/** The first words of a title that name what the paper is about: "BioMistral: A Collection of…". Null where none clearly do. */
export function headOf(title: string | null): string | null {
  const head = /^([^:]{2,40}):\s+\S/.exec(title ?? '')?.[1]?.trim()
  return head !== undefined && head.split(/\s+/).length <= 3 ? head : null
}

/** A preprint's published version, as a sentence without its end: "It has been published since in Nature (DOI 10.1038/x)". */
export function sayPublished({ where, by }: NonNullable<Found['published']>): string {
  const places = [where && `in ${where}`, by && `(${sayIdentifier(by)})`].filter(Boolean).join(' ')
  return `It has been published since ${places}`.trim()
}
