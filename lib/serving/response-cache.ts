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
  /** How long the database may take to say the revision, in milliseconds, before public pages go out as they were. */
  patience?: number
  onError: (error: unknown) => void
}

/** The answers that are kept for everybody, and what they need to be fresh. Rejects where the database does not answer at first. */
export async function responseCache(
  next: PageHandler,
  { publicOrigin, databaseUrl, megabytes = 64, build, patience = 2_000, onError }: CacheOptions,
): Promise<{ answer: AnswerPublic; close(): Promise<void> }> {
  const reader = revisionReader(databaseUrl)
  // Both of its connections are there before the first visitor comes.
  await Promise.all([reader.read(), reader.read()])
  const answer = publicAnswers({
    store: makeStore(megabytes * 1_000_000),
    ask: joinReads(reader, patience),
    render: renderApart(next, publicOrigin),
    edition: `${build} ${publicOrigin}`,
    always: securityHeaders(publicOrigin),
    onError,
  })
  return { answer, close: reader.close }
}
