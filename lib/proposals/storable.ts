/** Deeper than any form nests what it holds. */
const deepest = 20

/** Whether Postgres can keep a value as JSON: without NUL and halves of surrogate pairs in its texts, and nested no deeper than any form. */
export function isStorable(value: unknown, depth = 0): boolean {
  if (typeof value === 'string') return !value.includes('\0') && value.isWellFormed()
  if (typeof value !== 'object' || value === null) return true
  return depth < deepest && Object.entries(value).every(([key, part]) => isStorable(key) && isStorable(part, depth + 1))
}
