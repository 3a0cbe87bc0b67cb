import { scaleLinear } from 'd3-scale'

/** Something counted, and the length of its bar. */
export type Bar<T> = T & { length: number }

/** Bars of `longest` at most, each as long as what it counts; of nothing none, of anything one that can be seen. */
export function layoutBars<T extends { entries: number }>(counted: readonly T[], longest: number): Bar<T>[] {
  const along = scaleLinear().domain([0, Math.max(1, ...counted.map(({ entries }) => entries))]).range([0, longest])
  return counted.map((one) => ({ ...one, length: one.entries === 0 ? 0 : Math.max(2, Math.round(along(one.entries))) }))
}
