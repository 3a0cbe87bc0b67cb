const most = 8

/** The suggestions that go with what is typed: those that begin with it, then those that hold it; none once it is one of them. */
export function matching(suggestions: readonly string[], typed: string): string[] {
  const query = typed.trim().toLowerCase()
  if (suggestions.some((item) => item.toLowerCase() === query)) return []
  const begins = suggestions.filter((item) => item.toLowerCase().startsWith(query))
  const holds = suggestions.filter((item) => !begins.includes(item) && item.toLowerCase().includes(query))
  return [...begins, ...holds].slice(0, most)
}

/** The marked suggestion after an arrow key, of `count`; -1 is the input itself, which the round passes. */
export function step(marked: number, by: 1 | -1, count: number): number {
  return ((marked + 1 + by + count + 1) % (count + 1)) - 1
}
