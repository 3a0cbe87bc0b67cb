/** The changes that a reviewer leaves out, as an address has them: `1,4`. What makes no sense in it is none. */
export function readLeftOut(text: string | string[] | undefined): number[] {
  if (typeof text !== 'string') return []
  const ordinals = text.split(',').filter((part) => /^\d{1,5}$/.test(part)).map(Number)
  return [...new Set(ordinals)].toSorted((a, b) => a - b)
}

/** The address of a proposal's review with other changes left out. */
export function reviewPath(proposal: number, leftOut: readonly number[] = []): string {
  return `/review/${proposal}${leftOut.length > 0 ? `?without=${leftOut.join(',')}` : ''}`
}

/** The same with one change more left out, or put back. */
export function toggled(leftOut: readonly number[], ordinal: number): number[] {
  return leftOut.includes(ordinal) ? leftOut.filter((other) => other !== ordinal) : [...leftOut, ordinal].toSorted((a, b) => a - b)
}
