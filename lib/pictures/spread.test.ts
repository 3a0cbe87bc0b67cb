import fc from 'fast-check'
import { expect, it } from 'vitest'
import { spread } from './spread'

it.each<[number[], number[]]>([
  [[], []],
  [[5], [5]],
  [[0, 30, 60], [0, 30, 60]],
  [[10, 10], [0, 20]],
  [[0, 100, 100, 100, 105], [0, 71.25, 91.25, 111.25, 131.25]],
])('puts %j at %j', (wanted, places) => expect(spread(wanted, 20)).toEqual(places))

it('keeps the order and the gap, and moves as little as can be', () =>
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 500 }), { maxLength: 20 }), (given) => {
      const wanted = given.toSorted((a, b) => a - b)
      const places = spread(wanted, 20)
      places.slice(1).forEach((place, index) => expect(place - (places[index] as number)).toBeGreaterThanOrEqual(20 - 1e-6))
      // The least squares' answer has its middle where the wanted places have theirs.
      const sum = (numbers: number[]) => numbers.reduce((all, number) => all + number, 0)
      expect(sum(places)).toBeCloseTo(sum(wanted), 4)
    }),
  ))
