import { LRUCache } from 'lru-cache'
import type { PublicAddress } from './address'
import { sizeOf, sizeOfHead, type Finished } from './finished'

/** Finished answers by their addresses, one each: the latest made, whatever its revision. */
export interface Store {
  get(address: PublicAddress): Finished | undefined
  keep(address: PublicAddress, answer: Finished): void
  /** How long a body may be, in bytes, so that it can be kept with both its encodings. */
  longest(address: PublicAddress): number
  /** Remembers that what an address shows at a revision is longer than that. */
  setTooLong(address: PublicAddress, revision: number | null): void
  isTooLong(address: PublicAddress, revision: number | null): boolean
  /** How much it holds, in bytes. */
  size(): number
}

// An answer takes a quarter of its room at most, and is kept up to three times: plain, gzip and brotli.
const share = 1 / 4
const forms = 3

/**
 * Keeps at most `most` bytes of answers, and lets those go that nobody asked for longest. Searches, and addresses that lead nowhere, have
 * a quarter of the room to themselves: there is no end of them, and they never crowd a page of the catalog out.
 */
export function makeStore(most: number): Store {
  const lru = (maxSize: number) => new LRUCache<string, Finished>({ maxSize, maxEntrySize: Math.ceil(maxSize * share), sizeCalculation: (answer, url) => sizeOf(answer) + url.length })
  const [pages, endless] = [lru(Math.ceil(most * 0.75)), lru(Math.ceil(most * 0.25))]
  const tooLong = new LRUCache<string, { revision: number | null }>({ max: 1_000 })
  return {
    get: ({ url, isPlain }) => (isPlain ? (pages.get(url) ?? endless.get(url)) : endless.get(url)),
    keep({ url, isPlain }, answer) {
      const isPage = isPlain && answer.status === 200
      // What was found once and is not any more stands in one place alone.
      const [into, outOf] = isPage ? [pages, endless] : [endless, pages]
      outOf.delete(url)
      into.set(url, answer)
    },
    longest: ({ url, isPlain }) => Math.max(0, Math.floor(((isPlain ? pages : endless).maxSize * share - url.length) / forms) - sizeOfHead),
    setTooLong: ({ url }, revision) => void tooLong.set(url, { revision }),
    isTooLong: ({ url }, revision) => tooLong.get(url)?.revision === revision,
    size: () => pages.calculatedSize + endless.calculatedSize,
  }
}
