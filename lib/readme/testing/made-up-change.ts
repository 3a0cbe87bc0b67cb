import { printCells, readCells } from '@/lib/catalog/entry'
import type { Change } from '../change'
import { stepsOf } from '../changes/content'
import { sectionsOf, type Readme, type Section } from '../parse'

/** Gives numbers below a count, the same ones in each run. */
export function randomBelow(start: number): (count: number) => number {
  let state = start
  return (count) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * count)
  }
}

/** A plain change of a list, if one comes to mind. */
export function madeUpChange(readme: Readme, number: number, below: (count: number) => number): Change[] {
  const sections = sectionsOf(readme.parts)
  const section = sections[below(sections.length)] as Section
  const row = section.rows[below(section.rows.length)]
  if (!row) return []
  const of = { section: section.key, entry: row.key }
  const place = () => (['start', 'end', 'manner', { after: section.rows[below(section.rows.length)]?.key as string }] as const)[below(4)] ?? 'end'
  const entry = readCells(section.kind, section.frame.columns, row.cells)
  const named = { ...entry, fields: { ...entry.fields, name: `Made up ${number}${'!'.repeat(below(30))}` } } as typeof entry
  switch (below(6)) {
    case 0:
      return [{ op: 'add', section: section.key, place: (['start', 'end', 'manner'] as const)[below(3)] ?? 'end', entry: { kind: section.kind, fields: named.fields } as never }]
    case 1:
      return [{ op: 'remove', ...of }]
    case 2: {
      const to = sections.filter(({ kind }) => kind === section.kind)[below(2)] as Section
      return to.key === section.key ? [] : [{ op: 'move', ...of, to: to.key, place: 'manner' }]
    }
    case 3: {
      const where = place()
      return typeof where === 'object' && where.after === row.key ? [] : [{ op: 'move', ...of, place: where }]
    }
    default: {
      const steps = stepsOf(entry, readCells(section.kind, section.frame.columns, printCells(named, section.frame.columns)))
      return steps ? [{ op: 'edit', ...of, ...steps }] : []
    }
  }
}

/** Several changes of a list that may be made together: rows beside each other that go or move, two that change places, or some of any sort. */
export function madeUpStep(readme: Readme, number: number, below: (count: number) => number): Change[] {
  const sections = sectionsOf(readme.parts)
  const { key: section, rows } = sections[below(sections.length)] as Section
  const start = below(5) === 0 ? 0 : below(rows.length)
  const some = rows.slice(start, start + 1 + below(8)).map(({ key }) => ({ section, entry: key }))
  const others = rows.filter(({ key }) => some.every(({ entry }) => entry !== key))
  const [first, second] = some
  const behind = others[below(others.length)]
  switch (below(7)) {
    case 0:
      return some.slice(0, 4).map((of): Change => ({ op: 'remove', ...of }))
    case 1:
      return behind ? some.toReversed().map((of): Change => ({ op: 'move', ...of, place: { after: behind.key } })) : []
    case 2:
      return some.map((of): Change => ({ op: 'move', ...of, place: below(2) === 0 ? 'start' : 'end' }))
    case 3:
      return first && second ? [{ op: 'move', ...first, place: { after: second.entry } }] : []
    default:
      return Array.from({ length: 1 + below(3) }, (_, index) => madeUpChange(readme, number * 10 + index, below)).flat()
  }
}
