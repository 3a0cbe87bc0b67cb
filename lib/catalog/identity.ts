import { entryName, linksOf, type EntryKind, type ReadEntry } from './entry'
import { cutKey, nameKey } from './fold'
import { addressesIn } from './markdown'
import { urlProblem } from './url'
import { withoutVisit } from './visit'

/**
 * What makes two entries of one kind likely the same, comparable as text: an arXiv id without its version, a DOI, a
 * repository's path, any other address, the folded name.
 */
type Scheme = 'arxiv' | 'doi' | 'repo' | 'url' | 'name'

const words: Record<Scheme, string> = {
  arxiv: 'arXiv id',
  doi: 'DOI',
  repo: 'repository',
  url: 'address',
  name: 'name',
}

const arxiv = /arxiv\.org\/(?:abs|pdf|html)\/(\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?\/\d{7})/i
const doi = /\b(10\.\d{4,9}\/[^\s?#&]+)/i
// Nature's article pages carry the DOI's suffix in their path.
const nature = /nature\.com\/articles\/((?:s\d+|nature\d+|sdata)[\w-]*)/i
const repository = /^https?:\/\/(?:www\.)?(github\.com|gitlab\.com|huggingface\.co)\/((?:datasets|spaces)\/)?([\w.-]+\/[\w.-]+)/i

/** The canonical identity of an address, as `scheme:key`. */
export function identityOfUrl(url: string): string {
  const open = decode(url)
  const paper = arxiv.exec(open)?.[1]
  if (paper) return `arxiv:${paper.toLowerCase()}`
  const article = nature.exec(open)?.[1]
  if (article) return `doi:10.1038/${article.toLowerCase()}`
  const registered = doi.exec(open)?.[1]
  if (registered) return `doi:${trimDoi(registered.toLowerCase())}`
  const repo = repository.exec(open)
  if (repo) return `repo:${`${repo[1]}/${repo[2] ?? ''}${repo[3]}`.toLowerCase().replace(/\.git$/, '')}`
  return `url:${bare(open)}`
}

/**
 * Addresses that a login page carries inside its own are percent-encoded; a malformed one is left as it is. Control characters
 * tell no two pages apart, and a database keeps no NUL.
 */
function decode(url: string): string {
  try {
    return decodeURIComponent(url).replace(/\p{Cc}/gu, '')
  } catch {
    return url
  }
}

const view = /[./](abstract|epdf|full|full-text|full\.pdf|full\.pdf\+html|html|meta|pdf)$/

/** Publishers append the view to the DOI, preprint servers the version too: 10.1101/2024.01.14.575543v1.abstract. */
function trimDoi(text: string): string {
  // Only where a run of them begins: looked for from each, a long run that ends nothing takes its length for each of them.
  return text.replace(/(?<![).,;/])[).,;/]+$/, '').replace(view, '').replace(/(10\.1101\/[\d.]+\d)v\d+$/, '$1')
}

function bare(url: string): string {
  const page = withoutVisit(url.toLowerCase().replace(/^https?:\/\/(www\.)?/, '').replace(/#.*$/, ''))
  return page.replace(/[?&]$/, '').replace(/(?<!\/)\/+$/, '')
}

/** All identities of an entry, each once, as `kind/scheme:key`: a model and its dataset rightly share a paper. */
export function identitiesOf(entry: ReadEntry): string[] {
  return identitiesOfParts(entry.kind, entryName(entry), addressesOf(entry))
}

/** Every address of an entry: of its fields' links, and those in its cells of markdown. */
export function addressesOf(entry: ReadEntry): string[] {
  const cells = [...Object.values(entry.raw), ...Object.values(entry.more)]
  return [...linksOf(entry).map(({ url }) => url), ...cells.flatMap(addressesIn)]
}

/** The same from a name and addresses that may be half-typed; what is no address yet has no identity. */
export function identitiesOfParts(kind: EntryKind, name: string, urls: readonly string[]): string[] {
  const found = urls.map((url) => url.trim()).filter((url) => urlProblem(url) === undefined).map(identityOfUrl)
  const key = nameKey(name)
  if (key) found.push(`name:${key}`)
  return [...new Set(found.map((identity) => cutKey(`${kind}/${identity}`)))]
}

/** An entry's identity in words: "same arXiv id 2402.13963", "same name". */
export function sayIdentity(identity: string): string {
  const [scheme, key] = identity.slice(identity.indexOf('/') + 1).split(/:(.*)/s)
  return scheme === 'name' ? 'same name' : `same ${words[scheme as Scheme]} ${key}`
}
