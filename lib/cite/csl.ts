import type { Work } from './work'

/** An item of CSL-JSON, as far as works have it. */
export interface CslItem {
  id: string
  type: Work['type']
  title: string
  author?: Work['authors']
  issued?: { 'date-parts': [[number]] }
  'container-title'?: string
  DOI?: string
  archive?: 'arXiv'
  number?: string
  URL?: string
  note?: string
}

/** A work as an item of CSL-JSON. */
export function cslOf({ key, type, title, authors, year, container, doi, arxiv, url, note }: Work): CslItem {
  return {
    ...{ id: key, type, title },
    ...(authors.length > 0 && { author: authors }),
    ...(year !== null && { issued: { 'date-parts': [[year]] } }),
    ...(container !== null && { 'container-title': container }),
    ...(doi !== null && { DOI: doi }),
    ...(arxiv !== null && { archive: 'arXiv' as const, number: `arXiv:${arxiv}` }),
    ...(url !== null && { URL: url }),
    ...(note !== null && { note }),
  }
}
