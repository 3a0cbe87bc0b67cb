import { scaleLinear, scaleUtc } from 'd3-scale'
import { area, curveStepAfter, line } from 'd3-shape'
import type { EntryKind } from '@/lib/catalog/entry'
import type { SizeAt } from './counts'
import { spread } from './spread'

/** How one kind grew. */
export interface GrowthLine {
  kind: EntryKind
  /** SVG paths of the line and of what is under it. */
  line: string
  area: string
  /** How many there are at the end, and where that is written. */
  entries: number
  labelY: number
  points: { x: number; y: number; size: SizeAt }[]
}

/** The list's growth, from 0, 0: the box of the lines, what is written on its sides. */
export interface GrowthDrawing {
  lines: GrowthLine[]
  /** Numbers at the left, and days beneath. */
  numbers: { y: number; label: string }[]
  days: { x: number; label: string }[]
}

/** How far apart the labels of two lines' ends are at least. */
const labelGap = 18

/** Lays out the growth of those kinds that the list ever had, `width` by `height`; null while there is but one revision. */
export function layoutGrowth(sizes: readonly SizeAt[], kinds: readonly EntryKind[], width: number, height: number): GrowthDrawing | null {
  const [first, last] = [sizes[0], sizes.at(-1)]
  if (!first || !last || first === last) return null
  const had = kinds.filter((kind) => sizes.some(({ entries }) => entries[kind] > 0))
  const across = scaleUtc().domain([first.at, last.at]).range([0, width])
  const up = scaleLinear().domain([0, Math.max(1, ...sizes.flatMap(({ entries }) => had.map((kind) => entries[kind])))]).nice(4).range([height, 0])
  const lines = had.map((kind) => {
    const points = sizes.map((size) => ({ x: round(across(size.at)), y: round(up(size.entries[kind])), size }))
    const drawn = line<(typeof points)[number]>(({ x }) => x, ({ y }) => y).curve(curveStepAfter)
    const under = area<(typeof points)[number]>(({ x }) => x, height, ({ y }) => y).curve(curveStepAfter)
    return { kind, points, line: drawn(points) as string, area: under(points) as string, entries: last.entries[kind], labelY: 0 }
  })
  labelled(lines)
  const days = Math.max(2, Math.floor(width / 150))
  return {
    lines,
    numbers: up.ticks(4).filter(Number.isInteger).map((number) => ({ y: round(up(number)), label: String(number) })),
    days: daysOf(first.at, last.at, days).map((at) => ({ x: round(across(at)), label: at.toISOString().slice(0, 10) })),
  }
}

/** Writes at each line's end how many there are, none over another. */
function labelled(lines: GrowthLine[]): void {
  const fromTop = lines.map((one) => ({ one, y: (one.points.at(-1) as { y: number }).y })).sort((a, b) => a.y - b.y)
  spread(fromTop.map(({ y }) => y), labelGap).forEach((y, index) => {
    const { one } = fromTop[index] as { one: GrowthLine }
    one.labelY = round(y)
  })
}

/** The first day, the last, and as many between them as there is room for; each once. */
function daysOf(first: Date, last: Date, most: number): Date[] {
  const times = Array.from({ length: most }, (_, index) => first.getTime() + ((last.getTime() - first.getTime()) * index) / (most - 1))
  const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10)
  return times.filter((time, index) => times.findIndex((other) => dayOf(other) === dayOf(time)) === index).map((time) => new Date(time))
}

function round(number: number): number {
  return Math.round(number * 10) / 10
}
