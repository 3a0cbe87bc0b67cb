import { z } from 'zod'

/** What an accepted proposal can have done, as the log is narrowed by it. */
export const doneNames = ['added', 'edited', 'removed', 'moved', 'text'] as const
export type DoneName = (typeof doneNames)[number]

/** What the log is narrowed to; null and "" narrow nothing. */
export interface LogFilter {
  did: DoneName | null
  /** A section's slug. */
  section: string | null
  /** A part of the public name of who proposed or accepted. */
  person: string
}

const one = z.preprocess((value) => (Array.isArray(value) ? value[0] : value), z.string())

// Addresses are typed by anybody: what makes no sense in one is left out.
const schema = z.object({
  did: one.pipe(z.enum(doneNames)).nullable().catch(null),
  section: one.pipe(z.string().max(100).regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)).nullable().catch(null),
  person: one.transform((text) => text.replace(/[\p{Cc}\p{Cs}]/gu, ' ').trim().slice(0, 100).replace(/[\uD800-\uDBFF]$/, '')).catch(''),
})

/** Reads what an address narrows the log to; never fails. */
export function readLogFilter(parameters: Record<string, unknown>): LogFilter {
  return schema.parse(parameters)
}

/** What narrows the log as an address says it: `readLogFilter` reads it back. */
export function writeLogFilter({ did, section, person }: LogFilter): Record<string, string> {
  return { did: did ?? '', section: section ?? '', person }
}

/** Whether the log is narrowed at all. */
export function narrowsLog({ did, section, person }: LogFilter): boolean {
  return did !== null || section !== null || person !== ''
}
