import { joinReads } from './freshness'
import type { PageHandler } from './handler'
import { publicAnswers, type AnswerPublic } from './public-answers'
import { renderApart } from './render-apart'
import { revisionReader } from './revision-reader'
import { securityHeaders } from './security-headers'
import { makeStore } from './store'

/** What the cache has to know of the deployment. */
export interface CacheOptions {
  publicOrigin: string
  databaseUrl: string
  /** How many megabytes of answers it keeps; absent: 64. */
  megabytes?: number | undefined
  /** Names the build: the same revision looks otherwise in another. */
  build: string
  onError: (error: unknown) => void
}

/** How long the database may take to say the revision, in milliseconds, before public pages go out as they were. */
const PATIENCE_MS = 1_000

/** The answers that are kept for everybody, and what they need to be fresh. */
export function responseCache(next: PageHandler, { publicOrigin, databaseUrl, megabytes = 64, build, onError }: CacheOptions): { answer: AnswerPublic; close(): Promise<void> } {
  const reader = revisionReader(databaseUrl)
  const answer = publicAnswers({
    store: makeStore(megabytes * 1_000_000),
    ask: joinReads(reader.read, PATIENCE_MS),
    render: renderApart(next, publicOrigin),
    edition: `${build} ${publicOrigin}`,
    always: securityHeaders(publicOrigin),
    onError,
  })
  return { answer, close: reader.close }
}
