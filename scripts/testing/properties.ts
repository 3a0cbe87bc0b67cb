import fc from 'fast-check'
import { inject } from 'vitest'

declare module 'vitest' {
  interface ProvidedContext {
    cases: number
  }
}

fc.configureGlobal({ numRuns: inject('cases') })
