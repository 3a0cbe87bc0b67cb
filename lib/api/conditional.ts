/** Counts up when the same revision is told in other bytes, so that no client keeps the old ones. */
const format = 1

/** The validator of an answer: with its address, the revision says everything. */
export function answerTag(revision: number): string {
  return `"api${format}-r${revision}"`
}

/** Whether an If-None-Match header holds a tag. Compared weakly, as RFC 9110 asks: a proxy may have weakened it. */
export function holds(ifNoneMatch: string | null, tag: string): boolean {
  return ifNoneMatch !== null && ifNoneMatch.split(',').some((one) => ['*', tag].includes(one.trim().replace(/^W\//, '')))
}
