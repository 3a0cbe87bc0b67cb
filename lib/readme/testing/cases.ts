import fc from 'fast-check'

/** Parameters of a property each case of which is dear: the number that every property is tried with, divided. */
export function dear(divisor: number): { numRuns: number } {
  return { numRuns: Math.ceil((fc.readConfigureGlobal().numRuns ?? 100) / divisor) }
}
