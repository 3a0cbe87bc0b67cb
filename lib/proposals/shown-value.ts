/** A part of a value as pages show it: a text, perhaps with where it leads. */
export interface Shown {
  text: string
  url?: string
}

/**
 * A field's value as its parts: a list has many, none has none, a link says where it leads. What is unknown is shown as its
 * JSON: a stored change outlives the fields of its day.
 */
export function shownValue(value: unknown): Shown[] {
  if (value === null || value === undefined) return []
  if (typeof value === 'boolean') return [{ text: value ? 'yes' : 'no' }]
  if (typeof value === 'string') return [{ text: value }]
  if (Array.isArray(value)) return value.flatMap(shownValue)
  if (isLink(value)) return [{ text: value.label, url: value.url }]
  return [{ text: JSON.stringify(value) }]
}

function isLink(value: unknown): value is { label: string; url: string } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'label' in value &&
    'url' in value &&
    typeof value.label === 'string' &&
    typeof value.url === 'string'
  )
}
