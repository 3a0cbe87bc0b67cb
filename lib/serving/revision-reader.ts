import { revisionHold } from './revision-hold'

/** Reads the catalog's revision, again and again. */
export interface RevisionReader {
  /** The revision where it was read a moment ago and no acceptance can have left it since; null: it has to be read. */
  held(): number | null
  /** Whether what is held is not for long: who reads now may hold it on without a gap. */
  ends(): boolean
  /** The revision now. Rejects where the database does not tell it; the next read then connects anew. */
  read(): Promise<number>
  close(): Promise<void>
}

// In milliseconds, of five: a read takes a fifth of one, and this long at times where the processors have other work.
const ahead = 1.5

/**
 * Reads by two holds in turns, so that one is there before the other ends, and lets go of its lock in any case: whoever waits for that is let in
 * between. `url` is a `postgresql://` address.
 */
export function revisionReader(url: string): RevisionReader {
  let [next, last] = [revisionHold(url), revisionHold(url)]
  return {
    held: () => last.held() ?? next.held(),
    ends: () => Math.max(last.until(), next.until()) - performance.now() < ahead,
    read() {
      ;[next, last] = [last, next]
      return last.read()
    },
    async close() {
      await Promise.all([next.close(), last.close()])
    },
  }
}
