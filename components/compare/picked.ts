/** An entry that a reader ticked: how it is named in addresses, and what it is called. */
export interface Picked {
  entry: string
  name: string
}

/** More than these are a list, and a search has its files. */
const most = 100

/** What a browser kept, however it was written. */
export function readPicked(kept: string | null): Picked[] {
  try {
    const given: unknown = JSON.parse(kept ?? '[]')
    return Array.isArray(given) ? given.filter(isPicked).slice(0, most) : []
  } catch {
    return []
  }
}

function isPicked(value: unknown): value is Picked {
  return typeof value === 'object' && value !== null && 'entry' in value && 'name' in value && typeof value.entry === 'string' && typeof value.name === 'string'
}

/** What is ticked after one page's boxes stand as they do: those of other pages stay, in the order of ticking. */
export function pickedWith(picked: readonly Picked[], boxes: readonly (Picked & { checked: boolean })[]): Picked[] {
  const cleared = new Set(boxes.filter(({ checked }) => !checked).map(({ entry }) => entry))
  const stay = picked.filter(({ entry }) => !cleared.has(entry))
  const known = new Set(stay.map(({ entry }) => entry))
  const fresh = boxes.filter(({ checked, entry }) => checked && !known.has(entry)).map(({ entry, name }) => ({ entry, name }))
  return [...stay, ...fresh].slice(0, most)
}
