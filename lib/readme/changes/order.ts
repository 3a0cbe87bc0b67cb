/**
 * Positions of a longest stretch that already rises: whoever stands in it need not move. `numbers` are all different.
 */
export function longestRise(numbers: readonly number[]): Set<number> {
  // For each length of a rise, the position of the smallest number that ends one.
  const ends: number[] = []
  const before: number[] = []
  numbers.forEach((number, position) => {
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((numbers[ends[middle] as number] as number) < number) low = middle + 1
      else high = middle
    }
    before[position] = ends[low - 1] ?? -1
    ends[low] = position
  })
  const stays = new Set<number>()
  for (let position = ends.at(-1) ?? -1; position >= 0; position = before[position] as number) stays.add(position)
  return stays
}
