/** What "what's new" counts from: a catalog revision, or the beginning of a day (UTC). */
export type Since = { revision: number } | { day: Date }

/** Reads `since`: "12", "r12", "2026-03-01"; null where it says neither. */
export function readSince(text: unknown): Since | null {
  if (typeof text !== 'string') return null
  const asked = text.trim()
  const [, number] = /^r?(0|[1-9]\d{0,8})$/.exec(asked) ?? []
  if (number !== undefined) return { revision: Number(number) }
  return readDay(asked)
}

function readDay(text: string): Since | null {
  if (!/^(19|20)\d\d-\d\d-\d\d$/.test(text)) return null
  const day = new Date(`${text}T00:00:00Z`)
  // 30 February would be a day of March.
  return Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== text ? null : { day }
}

/** As an address says it: `readSince` reads it back. */
export function writeSince(since: Since): string {
  return 'revision' in since ? String(since.revision) : since.day.toISOString().slice(0, 10)
}

/** The last that a page of news looked at: a catalog revision and an entry's id. */
export interface NewsCursor {
  revision: number
  entry: string
}

/** Reads `after`: "12.0190…"; null where it is none. */
export function readNewsCursor(text: unknown): NewsCursor | null {
  const [, revision, entry = ''] = typeof text === 'string' ? (/^([1-9]\d{0,8})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(text) ?? []) : []
  return revision === undefined ? null : { revision: Number(revision), entry }
}

/** As an address says it: `readNewsCursor` reads it back. */
export function writeNewsCursor({ revision, entry }: NewsCursor): string {
  return `${revision}.${entry}`
}
