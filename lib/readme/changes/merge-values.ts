import type { z } from 'zod'
import { isSame } from './content'

/** A value as a change holds it; undefined: none. */
export type Value = z.core.util.JSONType | undefined

/** What became of a value on both sides: the value that both can have, or that they clash. */
export type Merged = { value: Value } | 'clash'

/**
 * Brings two new values of one field together. A side that left the value alone has nothing to say; lists are sets that keep
 * their order, unless both wrote one item anew; a link's label and address are values of their own.
 */
export function mergeValue(base: Value, ours: Value, theirs: Value): Merged {
  if (isSame(ours, theirs) || isSame(base, theirs)) return { value: ours }
  if (isSame(base, ours)) return { value: theirs }
  if (Array.isArray(ours) && Array.isArray(theirs)) return mergeLists(Array.isArray(base) ? base : [], ours, theirs)
  if (isRecord(base) && isRecord(ours) && isRecord(theirs)) return mergeRecord(base, ours, theirs)
  return 'clash'
}

type List = Exclude<Value, undefined>[]
type Fields = Record<string, Exclude<Value, undefined>>

function isRecord(value: Value): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function mergeRecord(base: Fields, ours: Fields, theirs: Fields): Merged {
  const merged: Fields = {}
  for (const name of new Set([...Object.keys(ours), ...Object.keys(theirs)])) {
    const value = mergeValue(base[name], ours[name], theirs[name])
    if (value === 'clash') return 'clash'
    if (value.value !== undefined) merged[name] = value.value
  }
  return { value: merged }
}

function mergeLists(base: List, ours: List, theirs: List): Merged {
  const isRewritten = ours.length === base.length && theirs.length === base.length
  const clash = isRewritten && base.some((item, at) => !isSame(item, ours[at]) && !isSame(item, theirs[at]) && !isSame(ours[at], theirs[at]))
  return clash ? 'clash' : { value: mergeList(base, ours, theirs) }
}

/** Ours, without what they took out, with what they put in behind what stands before it there. */
function mergeList(base: List, ours: List, theirs: List): List {
  const has = (list: List, item: List[number]) => list.some((other) => isSame(other, item))
  const merged = ours.filter((item) => has(theirs, item) || !has(base, item))
  theirs.forEach((item, index) => {
    if (has(base, item) || has(merged, item)) return
    const above = theirs.slice(0, index).findLast((other) => has(merged, other))
    const at = above === undefined ? 0 : merged.findIndex((other) => isSame(other, above)) + 1
    merged.splice(index === 0 || above !== undefined ? at : merged.length, 0, item)
  })
  return merged
}
