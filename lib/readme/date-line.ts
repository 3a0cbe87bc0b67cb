/** The line that tells when the list last changed: `Last updated: YYYY/MM/DD`, at the start of a line of prose. */
const dateLine = /^(Last updated: )(\d{4}\/\d{2}\/\d{2})/m

/** The date that a stretch of prose tells, as YYYY/MM/DD. */
export function readDate(prose: string): string | undefined {
  return dateLine.exec(prose)?.[2]
}

/** The date that the prose of a document's parts tells, as YYYY/MM/DD. */
export function dateAmong(parts: readonly ({ prose: string } | { section: unknown })[]): string | undefined {
  return parts.map((part) => ('prose' in part ? readDate(part.prose) : undefined)).find((date) => date !== undefined)
}

/** The prose with its date line telling another date; the same prose where it has none. */
export function writeDate(prose: string, date: string): string {
  return prose.replace(dateLine, `$1${date}`)
}

/** The date of a change made now, never before that of the change before it: a clock may be behind another's. */
export function laterDate(now: Date, before: string | null): string {
  const today = dateOf(now)
  return before !== null && before > today ? before : today
}

/** A moment's calendar day in UTC as the date line writes it. */
export function dateOf(moment: Date): string {
  return moment.toISOString().slice(0, 10).replaceAll('-', '/')
}
