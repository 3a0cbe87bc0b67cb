import type { Operation } from './parameters'

/** What an address of the API is for. */
export interface OperationWords {
  /** As OpenAPI writes paths. */
  path: string
  summary: string
  /** An address of it that answers, below the origin. */
  example: string
}

/** Every address of the API. */
export const operations: Record<Operation, OperationWords> = {
  root: { path: '/api/v1', summary: 'What the catalog is, and where the rest stands.', example: '/api/v1' },
  entries: { path: '/api/v1/entries', summary: 'Entries, filtered, page by page.', example: '/api/v1/entries?kind=model&subfield=Radiology&fields=name,fields.paper&limit=5' },
  entry: { path: '/api/v1/entries/{kind}/{slug}', summary: 'One entry.', example: '/api/v1/entries/dataset/mimic-cxr' },
  entryRevisions: { path: '/api/v1/entries/{kind}/{slug}/revisions', summary: 'What became of one entry, oldest first.', example: '/api/v1/entries/dataset/mimic-cxr/revisions' },
  sections: { path: '/api/v1/sections', summary: 'All sections, in the README’s order.', example: '/api/v1/sections' },
  section: { path: '/api/v1/sections/{slug}', summary: 'One section.', example: '/api/v1/sections/imaging' },
  revisions: { path: '/api/v1/revisions', summary: 'The states of the catalog, newest first.', example: '/api/v1/revisions?limit=5' },
  revision: { path: '/api/v1/revisions/{number}', summary: 'One state of the catalog: who made it, when and why.', example: '/api/v1/revisions/1' },
  changes: { path: '/api/v1/changes', summary: 'What changed, entry by entry, oldest first: what a copy needs to stay true.', example: '/api/v1/changes?since=0&limit=5' },
  search: { path: '/api/v1/search', summary: 'What the page /search finds at an address with the same parameters, in its order: a thousand at most.', example: '/api/v1/search?q=mimic&kind=dataset&fields=kind,name,url' },
}
