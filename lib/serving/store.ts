import { LRUCache } from 'lru-cache'
import type { PublicAddress } from './address'
import { sizeOf, type Finished } from './finished'

/** Finished answers by their addresses, one each: the latest made, whatever its revision. */
export interface Store {
  get(address: PublicAddress): Finished | undefined
  keep(address: PublicAddress, answer: Finished): void
  /** How much it holds, in bytes. */
  size(): number
}

/**
 * Keeps at most `most` bytes of answers, and lets those go that nobody asked for longest. Searches, and addresses that lead nowhere, have
 * a quarter of the room to themselves: there is no end of them, and they never crowd a page of the catalog out.
 */
export function makeStore(most: number): Store {
  const lru = (maxSize: number) => new LRUCache<string, Finished>({ maxSize, maxEntrySize: Math.ceil(maxSize / 4), sizeCalculation: (answer, url) => sizeOf(answer) + url.length })
  const [pages, endless] = [lru(Math.ceil(most * 0.75)), lru(Math.ceil(most * 0.25))]
  return {
    get: ({ url, isPlain }) => (isPlain ? (pages.get(url) ?? endless.get(url)) : endless.get(url)),
    keep({ url, isPlain }, answer) {
      const isPage = isPlain && answer.status === 200
      // What was found once and is not any more stands in one place alone.
      const [into, outOf] = isPage ? [pages, endless] : [endless, pages]
      outOf.delete(url)
      into.set(url, answer)
    },
    size: () => pages.calculatedSize + endless.calculatedSize,
  }
}
