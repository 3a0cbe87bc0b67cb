/**
 * Places as near to the wanted ones as can be, each at least `gap` below the one before; wanted ones come in order. The least squares'
 * answer: places that would overlap stand together around their common middle.
 */
export function spread(wanted: readonly number[], gap: number): number[] {
  const blocks: { first: number; count: number; sum: number }[] = []
  wanted.forEach((place, index) => {
    blocks.push({ first: index, count: 1, sum: place - index * gap })
    for (;;) {
      const [above, below] = blocks.slice(-2)
      if (!above || !below || above.sum / above.count <= below.sum / below.count) return
      blocks.splice(-2, 2, { first: above.first, count: above.count + below.count, sum: above.sum + below.sum })
    }
  })
  return blocks.flatMap(({ first, count, sum }) => Array.from({ length: count }, (_, index) => sum / count + (first + index) * gap))
}
