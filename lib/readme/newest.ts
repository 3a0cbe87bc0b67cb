/**
 * At which end of a table its keepers put new rows, told from the arXiv ids in it: they count up month by month, so a
 * list whose ids fall from row to row is kept newest first. Without such ids: first, as most curated lists do. One step up
 * is no proof of the other: papers of one month stand in any order.
 */
export function newestOf(rows: readonly string[]): 'first' | 'last' {
  const ids = rows.flatMap((row) => {
    const id = /arxiv\.org\/(?:abs|pdf)\/(\d{4}\.\d{4,5})/.exec(row)?.[1]
    return id ? [Number(id)] : []
  })
  const steps = ids.slice(1).map((id, index) => Math.sign(id - (ids[index] as number)))
  return steps.reduce((sum, step) => sum + step, 0) > 1 ? 'last' : 'first'
}
