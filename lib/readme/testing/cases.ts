import fc from 'fast-check'

/** Parameters of a property each case of which is dear: the number that every property is tried with, divided. */
export function dear(divisor: number): { numRuns: number } {
  return { numRuns: Math.ceil((fc.readConfigureGlobal().numRuns ?? 100) / divisor) }
}

/**
 * Parameters of a property whose failures are so rare that a run at random would tell of one every other week, to whoever happens to
 * run it: the same cases in each ordinary run, others in each long one, where they are looked for.
 */
export function sameEachTime(): { seed?: number } {
  return (fc.readConfigureGlobal().numRuns ?? 100) > 10_000 ? {} : { seed: 5 }
}
