import { LRUCache } from 'lru-cache'
import { isForPrograms, isOfBuild, isPublic } from './gate'

/** A public address in its one spelling. */
export interface PublicAddress {
  /** Path and query: what is rendered, and what the answer is kept under. */
  url: string
  /** No query and nothing escaped: one of as many addresses as the catalog has pages, not one of endlessly many. */
  isPlain: boolean
  /** Made by the build: no revision changes it. */
  isOfBuild: boolean
  /** What is made anew of it is counted for whoever asks. */
  isForPrograms: boolean
}

const longest = 2_000

// What others hang on to an address to see who follows it. No page of ours reads them.
const tracking = /^(utm_\w+|gclid|fbclid|mc_[ce]id)$/

/**
 * The one spelling of a request's address: parameters in the order of their names, those of trackers left out. Parameters that no page knows
 * stay, as who adds one to a page would have to name it here else. null: private, damaged, or too odd to be kept.
 */
export function publicAddress(url: string): PublicAddress | null {
  const [path, query] = split(url)
  if (url.length > longest || !isPublic(path) || !isTidy(path)) return null
  const parameters = [...new URLSearchParams(query)].filter(([name]) => !tracking.test(name))
  // Next's own, of what is no page.
  if (parameters.some(([name]) => name === '_rsc')) return null
  const ordered = new URLSearchParams(parameters.toSorted(([a], [b]) => (a < b ? -1 : Number(a > b))))
  const isPlain = parameters.length === 0 && !path.includes('%')
  return { url: parameters.length === 0 ? path : `${path}?${ordered.toString()}`, isPlain, isOfBuild: isOfBuild(path), isForPrograms: isForPrograms(path) }
}

function split(url: string): [path: string, query: string] {
  const mark = url.indexOf('?')
  return mark < 0 ? [url, ''] : [url.slice(0, mark), url.slice(mark + 1)]
}

/** Whether a path means the same to everybody who reads it: no dots to go up by, no empty steps, nothing that can't be decoded. */
function isTidy(path: string): boolean {
  try {
    return /^(\/|(\/[\w~.%-]+)+)$/.test(path) && !/(^|\/)\.{1,2}(\/|$)/.test(decodeURIComponent(path))
  } catch {
    return false
  }
}

/** As `publicAddress`, but remembers the latest few thousand: most requests ask for an address that was asked for before. */
export function rememberAddresses(): (url: string) => PublicAddress | null {
  const known = new LRUCache<string, { address: PublicAddress | null }>({ max: 2_000 })
  return (url) => {
    const held = known.get(url)
    if (held) return held.address
    const address = publicAddress(url)
    if (url.length <= longest) known.set(url, { address })
    return address
  }
}
