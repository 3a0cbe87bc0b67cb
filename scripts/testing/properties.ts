import fc from 'fast-check'
import { inject } from 'vitest'

declare module 'vitest' {
  interface ProvidedContext {
    /** How many cases a property is tried with. */
    cases: number
    /** Where the cases begin, for runs that must be the same each time; else at random, and a failure prints it. */
    seed?: number
  }
}

const seed = inject('seed')
fc.configureGlobal({ numRuns: inject('cases'), ...(seed === undefined ? {} : { seed }) })
