import pg from 'pg'

/** Reads the catalog's revision, again and again. */
export interface RevisionReader {
  /** The revision now. Rejects where the database does not tell it; the next read then connects anew. */
  read(): Promise<number>
  close(): Promise<void>
}

// The least that Postgres does for a query: prepared once, one row by its key.
const query = { name: 'revision', text: 'SELECT revision FROM document WHERE id = 1', rowMode: 'array' as const }

/** Reads on a connection of its own, so that no page's queries are waited for. `url` is a `postgresql://` address. */
export function revisionReader(url: string): RevisionReader {
  let connected: Promise<pg.Client> | null = null

  const drop = () => {
    const dropped = connected
    connected = null
    void dropped?.then((client) => client.end()).catch(() => undefined)
  }
  const connect = async () => {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000, query_timeout: 5_000, keepAlive: true })
    // A connection that breaks while nobody asks is told here alone.
    client.on('error', drop)
    await client.connect()
    return client
  }
  return {
    async read() {
      try {
        const client = await (connected ??= connect())
        const { rows } = await client.query<[number]>(query)
        return (rows[0] as [number])[0]
      } catch (error) {
        drop()
        throw error
      }
    },
    async close() {
      const client = await connected?.catch(() => null)
      connected = null
      await client?.end().catch(() => undefined)
    },
  }
}
