import { mergeLines, type LineClash } from '@/lib/proposals/merge-lines'
import type { Shape } from './shapes'

/** What was typed, over what the form says by now. */
export interface Carried<V extends object> {
  values: V
  /** Fields that were typed into and changed otherwise meanwhile, by path; what was typed stands in them. */
  both: string[]
  /** Fields that nobody typed into, or into other lines of them, and that say something else by now. */
  moved: string[]
  /** Lines that were changed in both ways. */
  clashes: LineClash[]
}

type Fields = Record<string, unknown>

/**
 * Brings what was typed over a form that began as `then` to one that begins as `now`: fields that nobody typed into say what they say
 * now, and the others what was typed; where they are brought together line by line, lines have both.
 */
export function carryOver<V extends object>({ groups, lines }: Pick<Shape<V>, 'groups' | 'lines'>, typed: V, then: V, now: V): Carried<V> {
  const told = { both: [] as string[], moved: [] as string[], clashes: [] as LineClash[] }
  const carry = (mine: Fields, old: Fields, fresh: Fields, path: string): Fields =>
    Object.fromEntries(
      Object.entries(fresh).map(([name, value]) => {
        const [own, was] = [mine[name], old[name]]
        if (path === '' && groups.includes(name)) return [name, carry(own as Fields, was as Fields, value as Fields, `${name}.`)]
        if (own === undefined) return [name, value]
        if (same(own, was)) {
          if (!same(value, was)) told.moved.push(path + name)
          return [name, value]
        }
        if (same(value, was) || same(value, own)) return [name, own]
        return [name, path === '' && lines.includes(name) ? both(name, own as string, was as string, value as string) : (told.both.push(path + name), own)]
      }),
    )
  const both = (name: string, own: string, was: string, value: string): string => {
    const { theirs, clashes } = mergeLines(was, value, own)
    told[clashes.length > 0 ? 'both' : 'moved'].push(name)
    told.clashes.push(...clashes)
    return theirs
  }
  return { values: carry(typed as Fields, then as Fields, now as Fields, '') as V, ...told }
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
