import { revisionHold, type RevisionHold } from './revision-hold'

/** Reads the catalog's revision, again and again. */
export interface RevisionReader extends Omit<RevisionHold, 'until'> {
  /** Whether what is held is not for long: who reads now may hold it on without a gap. */
  ends(): boolean
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
