import type { Values } from './values'

/** What was typed, over what the form says by now. */
export interface Carried {
  values: Values
  /** Fields that were typed into and changed otherwise meanwhile, by path; what was typed stands in them. */
  both: string[]
  /** Fields that nobody typed into and that say something else by now. */
  moved: string[]
}

/**
 * Brings what was typed over a form that began as `then` to one that begins as `now`: fields that nobody typed into say what they say
 * now, and the others what was typed.
 */
export function carryOver(typed: Values, then: Values, now: Values): Carried {
  const [both, moved]: [string[], string[]] = [[], []]
  const carry = <Fields extends object>(mine: Fields, old: Fields, fresh: Fields, path: string): Fields => {
    const entries = Object.entries(fresh).map(([name, value]: [string, unknown]) => {
      const [own, was] = [mine[name as keyof Fields], old[name as keyof Fields]]
      if (own === undefined) return [name, value]
      if (same(own, was)) {
        if (!same(value, was)) moved.push(path + name)
        return [name, value]
      }
      if (!same(value, was) && !same(value, own)) both.push(path + name)
      return [name, own]
    })
    return Object.fromEntries(entries) as Fields
  }
  const { model, dataset, more, ...rest } = now
  const top = carry<Omit<Values, 'model' | 'dataset' | 'more'>>(typed, then, rest, '')
  const values = {
    ...top,
    model: carry(typed.model, then.model, model, 'model.'),
    dataset: carry(typed.dataset, then.dataset, dataset, 'dataset.'),
    more: carry(typed.more, then.more, more, 'more.'),
  }
  return { values, both, moved }
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
