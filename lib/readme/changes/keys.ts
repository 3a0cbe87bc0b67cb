import { slugify } from '@/lib/catalog/fold'
import type { EntryKind } from '@/lib/catalog/entry'
import type { Section } from '../parse'

/** The keys that a list's sections and rows have: a section's among the sections, a row's among the rows of its kind. */
export class Keys {
  private readonly taken: Record<'section' | EntryKind, Set<string>> = {
    section: new Set(),
    model: new Set(),
    dataset: new Set(),
    table: new Set(),
  }

  private readonly last = new Map<string, number>()

  constructor(sections: Iterable<Section>) {
    for (const { key, kind, rows } of sections) {
      this.taken.section.add(key)
      for (const row of rows) this.taken[kind].add(row.key)
    }
  }

  /** A key that nothing has yet, told from a name, or the wanted one where that is free. */
  take(of: 'section' | EntryKind, name: string, wanted?: string): string {
    const taken = this.taken[of]
    const base = wanted ?? slugify(name)
    // Where the last one stopped: names in other scripts are all called "entry".
    let number = this.last.get(`${of} ${base}`) ?? 1
    let key = number === 1 ? base : `${base}-${number}`
    while (taken.has(key)) key = `${base}-${++number}`
    this.last.set(`${of} ${base}`, number)
    taken.add(key)
    return key
  }
}
