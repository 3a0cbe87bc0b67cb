import { readArxiv } from './answers/arxiv'
import { readCrossref } from './answers/crossref'
import { readDatacite } from './answers/datacite'
import { readGithub } from './answers/github'
import { readHuggingface } from './answers/huggingface'
import { readPubmed } from './answers/pubmed'
import type { Identifier, Scheme } from './identifier'
import type { Reading } from './reading'

/** The only hosts that a look-up ever goes to. */
export const hosts = ['export.arxiv.org', 'api.crossref.org', 'api.datacite.org', 'eutils.ncbi.nlm.nih.gov', 'api.github.com', 'huggingface.co'] as const
export type Host = (typeof hosts)[number]

/** One register: where it is asked, and how its answer is read. */
export interface Service {
  name: string
  host: Host
  /** Path and query of the question. */
  path: (id: string) => string
  accept: string
  /** What its answers are called; anything else is not read. */
  type: RegExp
  /** Statuses that mean that it knows no such thing. */
  absent: readonly number[]
  read: (body: string, asked: Identifier) => Reading
}

const json = /^application\/(?:[\w.-]+\+)?json\b/

const arxiv: Service = {
  ...{ name: 'arXiv', host: 'export.arxiv.org', accept: 'application/atom+xml', type: /^(?:application\/(?:atom\+)?xml|text\/xml)\b/ },
  path: (id) => `/api/query?${new URLSearchParams({ id_list: id, max_results: '1' })}`,
  // An id of a form that it does not take.
  absent: [400, 404],
  read: readArxiv,
}

const crossref: Service = {
  ...{ name: 'Crossref', host: 'api.crossref.org', accept: 'application/json', type: json, absent: [404] },
  path: (id) => `/works/${encodeURIComponent(id)}`,
  read: readCrossref,
}

const datacite: Service = {
  ...{ name: 'DataCite', host: 'api.datacite.org', accept: 'application/vnd.api+json', type: json, absent: [404] },
  path: (id) => `/dois/${encodeURIComponent(id)}`,
  read: readDatacite,
}

const ncbi = (name: string, db: string): Service => ({
  ...{ name, host: 'eutils.ncbi.nlm.nih.gov', accept: 'application/json', type: json, absent: [404] },
  path: (id) => `/entrez/eutils/esummary.fcgi?${new URLSearchParams({ db, id: id.replace('PMC', ''), retmode: 'json', tool: 'catalog-portal' })}`,
  read: readPubmed,
})

const github: Service = {
  ...{ name: 'GitHub', host: 'api.github.com', accept: 'application/vnd.github+json', type: json, absent: [404, 451] },
  path: (id) => `/repos/${id.split('/').map(encodeURIComponent).join('/')}`,
  read: readGithub,
}

const huggingface: Service = {
  // It tells strangers that they may not see what is not there.
  ...{ name: 'Hugging Face', host: 'huggingface.co', accept: 'application/json', type: json, absent: [401, 404] },
  path: (id) => `/api/${id.startsWith('datasets/') ? '' : 'models/'}${id.split('/').map(encodeURIComponent).join('/')}`,
  read: readHuggingface,
}

/** Who is asked about an identifier, one after another until one knows it. A DOI does not tell where it is registered. */
export const servicesOf: Record<Scheme, readonly [Service, ...Service[]]> = {
  arxiv: [arxiv],
  doi: [crossref, datacite],
  pubmed: [ncbi('PubMed', 'pubmed')],
  pmc: [ncbi('PMC', 'pmc')],
  github: [github],
  huggingface: [huggingface],
}
