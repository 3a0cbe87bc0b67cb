import { identityOfUrl } from '@/lib/catalog/identity'
import { urlProblem } from '@/lib/catalog/url'

/** The registers that a look-up can ask. */
export const schemes = ['arxiv', 'doi', 'pubmed', 'pmc', 'github', 'huggingface'] as const
export type Scheme = (typeof schemes)[number]

/**
 * What names one work or repository in one register. `id` is bare: an arXiv id without its version, a DOI in lower case, digits of
 * PubMed, `PMC` and digits, `owner/name`; of Hugging Face's datasets `datasets/owner/name`.
 */
export interface Identifier {
  scheme: Scheme
  id: string
}

// No register's id comes near; an index of the database refuses what is longer.
const longest = 500

const arxivId = /^(\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?$/i
const arxivDoi = /^10\.48550\/arxiv\.(.+)$/i
const arxivPage = /^\/(?:abs|pdf|html|format|list)\/(.+?)(?:\.pdf)?\/?$/
const bareDoi = /^(10\.\d{4,9}\/\S+)$/
// What a name of GitHub or Hugging Face can be; dots alone would lead elsewhere.
const name = '(?!\\.{1,2}(?:/|$))[\\w.-]{1,100}'
const githubPage = new RegExp(`^/(${name}/${name}?)(?:\\.git)?(?:/|$)`)
const huggingfacePage = new RegExp(`^/(?!(?:spaces|api|papers|docs|blog|collections|posts)/)((?:datasets/)?${name}(?:/${name})?)(?:/|$)`)
// What stands behind a repository's name in the address of one of its pages.
const huggingfaceView = /\/(?:tree|blob|resolve|discussions|viewer|raw)$/

/** The identifier that a text is, or whose page it leads to; null where it is none that can be looked up. */
export function recognise(text: string): Identifier | null {
  const bare = text.trim().replace(/^<(.*)>$/s, '$1').trim()
  if (bare.length > longest) return null
  return ofPage(bare) ?? ofWord(bare)
}

function ofWord(text: string): Identifier | null {
  const [, prefix = '', word = ''] = /^(?:(arxiv|doi|pmid|pubmed|pmcid)\s*:\s*)?(\S+)$/i.exec(text) ?? []
  const scheme = prefix.toLowerCase()
  if (scheme === '' || scheme === 'arxiv') {
    const arxiv = ofArxiv(word)
    if (arxiv) return arxiv
  }
  if ((scheme === '' || scheme === 'doi') && bareDoi.test(word)) return ofDoi(word)
  if (/^PMC\d{1,9}$/i.test(word)) return { scheme: 'pmc', id: word.toUpperCase() }
  // A short number alone may be a year.
  if (scheme === '' ? /^\d{5,8}$/.test(word) : /^(pmid|pubmed)$/.test(scheme) && /^\d{1,8}$/.test(word)) return { scheme: 'pubmed', id: word }
  return null
}

function ofPage(text: string): Identifier | null {
  const url = /^https?:\/\//i.test(text) ? text : /^(?:[a-z0-9-]+\.)+[a-z]{2,}\/\S/i.test(text) ? `https://${text}` : ''
  if (url === '' || urlProblem(url) !== undefined) return null
  const { hostname, pathname } = new URL(url)
  return ofHost(hostname.replace(/^www\./, ''), pathname) ?? ofPublisher(url)
}

function ofHost(host: string, path: string): Identifier | null {
  switch (host) {
    case 'arxiv.org':
    case 'export.arxiv.org':
      return ofArxiv(arxivPage.exec(path)?.[1] ?? '')
    case 'pubmed.ncbi.nlm.nih.gov':
      return orNone('pubmed', /^\/(\d{1,8})(?:\/|$)/.exec(path)?.[1])
    case 'ncbi.nlm.nih.gov':
      return orNone('pmc', /^\/pmc\/articles\/(PMC\d{1,9})(?:\/|$)/i.exec(path)?.[1]) ?? orNone('pubmed', /^\/pubmed\/(\d{1,8})(?:\/|$)/.exec(path)?.[1])
    case 'pmc.ncbi.nlm.nih.gov':
      return orNone('pmc', /^\/articles\/(PMC\d{1,9})(?:\/|$)/i.exec(path)?.[1])
    case 'github.com':
      return orNone('github', githubPage.exec(path)?.[1])
    case 'huggingface.co':
      return path.startsWith('/papers/') ? ofArxiv(path.slice('/papers/'.length)) : orNone('huggingface', huggingfacePage.exec(path)?.[1]?.replace(huggingfaceView, ''))
    default:
      return null
  }
}

/** Publishers' pages carry the DOI in their address, or a part that gives it. */
function ofPublisher(url: string): Identifier | null {
  const identity = identityOfUrl(url)
  return identity.startsWith('doi:') ? ofDoi(identity.slice('doi:'.length)) : null
}

function orNone(scheme: Scheme, id: string | undefined): Identifier | null {
  return id === undefined ? null : { scheme, id: scheme === 'pmc' ? id.toUpperCase() : id }
}

function ofArxiv(text: string): Identifier | null {
  return orNone('arxiv', arxivId.exec(text)?.[1])
}

/** A DOI as it is compared: arXiv's own are arXiv ids. */
export function ofDoi(doi: string): Identifier {
  const bare = doi.replace(/(?<![).,;])[).,;]+$/, '').toLowerCase()
  return ofArxiv(arxivDoi.exec(bare)?.[1] ?? '') ?? { scheme: 'doi', id: bare }
}

/** An identifier as text, the same for all spellings of it: "arxiv:2402.10373". */
export function keyOf({ scheme, id }: Identifier): string {
  return `${scheme}:${id.toLowerCase()}`
}

const words: Record<Scheme, string> = {
  arxiv: 'arXiv',
  doi: 'DOI',
  pubmed: 'PubMed',
  pmc: '',
  github: 'GitHub',
  huggingface: 'Hugging Face',
}

/** An identifier as people say it: "arXiv 2402.10373". */
export function sayIdentifier({ scheme, id }: Identifier): string {
  return `${words[scheme]} ${id}`.trim()
}

const pages: Record<Scheme, (id: string) => string> = {
  arxiv: (id) => `https://arxiv.org/abs/${id}`,
  doi: addressOfDoi,
  pubmed: (id) => `https://pubmed.ncbi.nlm.nih.gov/${id}/`,
  pmc: (id) => `https://pmc.ncbi.nlm.nih.gov/articles/${id}/`,
  github: (id) => `https://github.com/${id}`,
  huggingface: (id) => `https://huggingface.co/${id}`,
}

/** The page that an identifier leads to, as the catalog writes addresses; known without asking anybody. */
export function addressOf({ scheme, id }: Identifier): string {
  return pages[scheme](id)
}

/** Nature's articles are listed by their own pages, everything else by its DOI's. */
function addressOfDoi(doi: string): string {
  const article = /^10\.1038\/((?:s\d+|nature\d+|sdata)[\w-]*)$/.exec(doi)?.[1]
  return article === undefined ? `https://doi.org/${doi}` : `https://www.nature.com/articles/${article}`
}

/** Whether a text looks like an entry of BibTeX, comments before it or not. */
export function isBibtex(text: string): boolean {
  return /^(?:\s*%[^\n]*\n)*\s*@\s*[a-z]+\s*[{(]/i.test(text)
}
