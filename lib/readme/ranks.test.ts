import fc from 'fast-check'
import { generateNKeysBetween } from 'fractional-indexing'
import { describe, expect, it } from 'vitest'
import { rankRows, rankStretches } from './ranks'

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

describe('ranks of rows of which others between were not read', () => {
  it('are not those of rows beyond what was not read, however many moved there', () => {
    const ranks = generateNKeysBetween(null, null, 12)
    const [moved, beside, last] = [ranks.slice(1, 7), ranks.slice(7, 8), ranks.slice(11)]
    const [stay, behind] = [[ranks[0], ...beside], [...last, ...moved]]
    const fresh = rankStretches([stay, behind], ranks)
    expect(fresh.slice(0, 3)).toEqual([ranks[0], ...beside, ...last])
    expect((fresh[3] as string) > (ranks[11] as string)).toBe(true)
  })

  it('rise with those of the rows between, and are nobody else’s', () => {
    const table = fc.integer({ min: 1, max: 12 }).chain((count) => {
      // Each stretch is a row that stays, some that come from anywhere, and another that stays; one row stands between two of them.
      const occupied = generateNKeysBetween(null, null, count * 5)
      const comers = fc.shuffledSubarray<string | undefined>([...occupied.filter((_, place) => place % 5 === 2 || place % 5 === 3), ...Array.from({ length: 10 }, () => undefined)])
      return fc.record({ count: fc.constant(count), occupied: fc.constant(occupied), comers, seed: fc.array(fc.nat({ max: count - 1 }), { minLength: 40, maxLength: 40 }) })
    })
    fc.assert(
      fc.property(table, ({ count, occupied, comers, seed }) => {
        const stretches = Array.from({ length: count }, (_, at) => [occupied[at * 5], ...comers.filter((_comer, index) => seed[index] === at), occupied[at * 5 + 1]])
        const ranks = rankStretches(stretches, occupied)
        const unread = occupied.filter((_, place) => place % 5 === 4)
        const whole = stretches.flatMap((own, at) => [...own.map(() => ranks.shift() as string), unread[at] as string])
        expect(whole).toEqual([...new Set(whole)].sort())
        const kept = new Set(stretches.flat())
        expect(whole.filter((rank) => occupied.includes(rank) && !kept.has(rank) && !unread.includes(rank))).toEqual([])
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
