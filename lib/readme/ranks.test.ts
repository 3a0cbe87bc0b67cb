import fc from 'fast-check'
import { generateNKeysBetween } from 'fractional-indexing'
import { describe, expect, it } from 'vitest'
import { rankRows } from './ranks'

const [a, b, c, d] = generateNKeysBetween(null, null, 4) as [string, string, string, string]

describe('ranks of a table’s rows', () => {
  it('are kept where the order is', () => expect(rankRows([a, b, d], [a, b, c, d])).toEqual([a, b, d]))
  it('of a table without rows are made from nothing', () => expect(rankRows([undefined, undefined], [])).toEqual([a, b]))
  it('of more rows than a call takes arguments are made', () => expect(rankRows(Array<undefined>(200_000).fill(undefined), [])).toHaveLength(200_000))
  it('of one row that moves are its alone', () => {
    const [first, ...others] = rankRows([d, a, b, c], [a, b, c, d])
    expect(others).toEqual([a, b, c])
    expect((first as string) < a).toBe(true)
  })
  it('never are those of removed rows', () => {
    const [, second] = rankRows([a, undefined, c], [a, b, c]) as [string, string, string]
    expect(second > a && second < b).toBe(true)
  })

  it('rise, are nobody else’s, and move no more rows than must', () => {
    const order = fc.integer({ min: 0, max: 30 }).chain((count) => {
      const occupied = generateNKeysBetween(null, null, count)
      const rows = fc.shuffledSubarray<string | undefined>([...occupied, ...Array.from({ length: 10 }, () => undefined)])
      return fc.record({ occupied: fc.constant(occupied), own: rows })
    })
    fc.assert(
      fc.property(order, ({ occupied, own }) => {
        const ranks = rankRows(own, occupied)
        expect(ranks).toEqual([...new Set(ranks)].sort())
        const fresh = ranks.filter((rank, index) => rank !== own[index])
        expect(fresh.filter((rank) => occupied.includes(rank))).toEqual([])
        const known = own.filter((rank) => rank !== undefined)
        expect(ranks.length - fresh.length).toBe(rising(known))
      }),
    )
  })
})

/** The length of a longest rising run, by trying each row after all before it. */
function rising(ranks: readonly string[]): number {
  const lengths: number[] = []
  ranks.forEach((rank, index) => {
    const before = lengths.filter((_, at) => (ranks[at] as string) < rank)
    lengths[index] = 1 + Math.max(0, ...before)
  })
  return Math.max(0, ...lengths)
}
