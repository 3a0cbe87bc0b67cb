/** Lists with places counted round, so that any number is a place in any list. */

/** The place that a number is in a list of a length. */
export function around(place: number, length: number): number {
  return length === 0 ? 0 : place % length
}

/** The list with an item more. */
export function inserted<T>(list: readonly T[], place: number, item: T): T[] {
  const at = around(place, list.length + 1)
  return [...list.slice(0, at), item, ...list.slice(at)]
}

/** The list with an item less. */
export function without<T>(list: readonly T[], place: number): T[] {
  const at = around(place, list.length)
  return [...list.slice(0, at), ...list.slice(at + 1)]
}

/** The list with one item changed. */
export function changed<T>(list: readonly T[], place: number, change: (item: T) => T): T[] {
  const at = around(place, list.length)
  return list.map((item, index) => (index === at ? change(item) : item))
}

/** The list with one of those items changed that a test holds of. */
export function changedWhere<T>(list: readonly T[], place: number, where: (item: T) => boolean, change: (item: T) => T): T[] {
  const places = list.flatMap((item, index) => (where(item) ? [index] : []))
  return places.length === 0 ? [...list] : changed(list, places[around(place, places.length)] as number, change)
}

/** The list with an item elsewhere. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const at = around(from, list.length)
  return list.length === 0 ? [] : inserted(without(list, at), around(to, list.length), list[at] as T)
}
