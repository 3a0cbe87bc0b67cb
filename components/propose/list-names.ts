/** What joining a text to a list of names made of it. */
export interface Joined {
  list: string[]
  added: string[]
  /** Names that the list held already, compared without regard to case. */
  known: string[]
}

/** Joins what was typed to a list; `A + B`, as the README writes lists, is two names. */
export function addNames(names: readonly string[], text: string): Joined {
  const joined: Joined = { list: [...names], added: [], known: [] }
  for (const part of text.split(/\s\+\s/)) {
    const name = part.trim()
    if (name === '') continue
    if (joined.list.some((taken) => taken.toLowerCase() === name.toLowerCase())) joined.known.push(name)
    else {
      joined.list.push(name)
      joined.added.push(name)
    }
  }
  return joined
}
