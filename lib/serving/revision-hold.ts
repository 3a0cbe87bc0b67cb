import pg from 'pg'

/** Reads the catalog's revision, and holds it for a moment. */
export interface RevisionHold {
  /** The revision where it was read a moment ago and no acceptance can have left it since; null: it has to be read. */
  held(): number | null
  /** Until when that holds, by `performance.now()`; what is past: nothing is held. */
  until(): number
  /** The revision now. Rejects where the database does not tell it; the next read then connects anew. */
  read(): Promise<number>
  close(): Promise<void>
}

// In milliseconds: nobody who asks has to wait for the database for so long, and an acceptance may have to wait for so long until it can commit.
const hold = 5

// The lock is tried for and never waited for: while an acceptance waits for it, every request is one more read. Read committed, whatever the
// database's default is: each statement of hold_revision has to see what is there when it begins.
const begin = 'BEGIN ISOLATION LEVEL READ COMMITTED;SELECT is_held, now FROM hold_revision()'
const letGo = 'COMMIT'
/** Postgres' code for having ended a session that kept its transaction open. */
const idleTooLong = '25P03'

/**
 * Reads on a connection of its own, so that no page's queries are waited for, and holds what was read for a few milliseconds
 * (docs/decisions/0020). `url` is a `postgresql://` address.
 */
export function revisionHold(url: string): RevisionHold {
  let connected: Promise<pg.Client> | null = null
  let known = { revision: 0, until: 0 }
  let isOpen = false
  let later: NodeJS.Timeout | undefined

  // Before the lock is let go: timers may be early by a millisecond, and what is believed here must never outlast it.
  const forget = () => {
    clearTimeout(later)
    known = { ...known, until: 0 }
    isOpen = false
  }
  // Only once: by the time that a lost connection's last error is told, there may be another.
  const drop = (lost: Promise<pg.Client>) => {
    if (connected !== lost) return
    forget()
    connected = null
    void lost.then((client) => client.end()).catch(() => undefined)
  }
  const connect = () => {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000, query_timeout: 5_000, keepAlive: true })
    const connecting = client.connect().then(() => client)
    // A connection that breaks while nobody asks is told here alone.
    client.on('error', () => drop(connecting))
    return connecting
  }
  const read = async (): Promise<number> => {
    const own = (connected ??= connect())
    try {
      const client = await own
      const text = isOpen ? `${letGo};${begin}` : begin
      forget()
      // From before it is asked for: the lock is taken later, and kept longer.
      const until = performance.now() + hold
      const [isHeld, revision] = lastOf(await client.query({ text, rowMode: 'array' }))
      // It may have been lost behind its answer, and the lock with it.
      if (connected !== own) return revision
      isOpen = true
      if (isHeld) known = { revision, until }
      later = setTimeout(() => {
        forget()
        client.query(letGo).catch(() => drop(own))
      }, hold)
      return revision
    } catch (error) {
      drop(own)
      // This process stood still for that second: nothing is wrong with the database.
      if (codeOf(error) === idleTooLong) return read()
      throw error
    }
  }
  return {
    held: () => (performance.now() < known.until ? known.revision : null),
    until: () => known.until,
    read,
    async close() {
      const last = connected
      connected = null
      forget()
      const client = await last?.catch(() => null)
      await client?.end().catch(() => undefined)
    },
  }
}

/** The row that the last of several statements answered. */
function lastOf(answers: unknown): [isHeld: boolean, revision: number] {
  return (answers as pg.QueryArrayResult<[boolean, number]>[]).at(-1)?.rows[0] as [boolean, number]
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}
