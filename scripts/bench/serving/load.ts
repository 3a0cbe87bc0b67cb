/** What is asked of one server, and how. */
export interface Load {
  url: string
  headers: Record<string, string>
  connections: number
  seconds: number
}

/** How a server stood a load. Milliseconds by the clock. */
export interface Stood {
  requestsPerSecond: number
  p50: number
  p99: number
  /** Answers that were neither 200 nor 304, and requests that got none. */
  failed: number
}

/** A process of its own from which loads come, so that they take nothing from the servers but the machine. */
export interface Loader {
  /** What it is, with its version. */
  name: string
  run(load: Load): Promise<Stood>
  stop(): void
}
