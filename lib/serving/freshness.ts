import type { RevisionReader } from './revision-reader'

/** Tells a revision that was read after it was asked for; null: the database did not answer in time. */
export type Ask = (then: (revision: number | null) => void) => void

type Waiter = (revision: number | null) => void

/**
 * Lets everybody who asks join the next read, of which there is one at a time: however many wait, they cost one query. An answer is as
 * new as the moment it was asked for, and no older: who asks while a read is under way waits for the one after it, unless what was read
 * is held when it comes. While something is held nobody waits, and who comes when it ends begins the next read; else nobody waits longer than two times `patience` milliseconds, and while a
 * read is overdue, nobody at all.
 */
export function joinReads({ held, ends, read }: Pick<RevisionReader, 'held' | 'ends' | 'read'>, patience: number): Ask {
  let waiting: Waiter[] = []
  let state: 'idle' | 'reading' | 'overdue' = 'idle'

  const round = async () => {
    const joined = waiting
    waiting = []
    let isSettled = false
    const giveUp = () => {
      if (isSettled) return
      state = 'overdue'
      tell(joined.splice(0), null)
      tell(waiting.splice(0), null)
    }
    // One turn later: where this process itself was kept from running, the answer may have come and not been heard yet.
    const impatience = setTimeout(() => setImmediate(giveUp), patience)
    const revision = await read().catch(() => null)
    isSettled = true
    clearTimeout(impatience)
    state = 'idle'
    // Where it is held, it is as new as who came meanwhile; a read of their own would let go of it at once, and under load each would be followed by another.
    if (held() !== null) joined.push(...waiting.splice(0))
    else if (waiting.length > 0) begin()
    tell(joined, revision)
  }
  const begin = () => {
    state = 'reading'
    // Not at once: all requests that have arrived by now are heard first, and share it.
    setImmediate(() => void round())
  }
  return (then) => {
    const stands = held()
    if (stands !== null) {
      if (state === 'idle' && ends()) begin()
      return then(stands)
    }
    if (state === 'overdue') return then(null)
    waiting.push(then)
    if (state === 'idle') begin()
  }
}

// In bursts of sixteen and more, telling all at once kept whoever came meanwhile from being heard, and the process stood idle while they waited for their read.
const together = 8

/** Tells all, a few at a time: those who come meanwhile are heard in between, and their read is under way while the others are answered. */
function tell(waiters: readonly Waiter[], revision: number | null): void {
  for (const waiter of waiters.slice(0, together)) waiter(revision)
  if (waiters.length > together) setImmediate(() => tell(waiters.slice(together), revision))
}
