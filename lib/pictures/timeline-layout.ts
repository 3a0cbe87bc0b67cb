import { scaleBand, scaleLinear } from 'd3-scale'
import type { YearCounts } from './counts'

/** A bar of a year. */
export interface YearBar {
  /** null: several years, or those whose year nobody can tell. */
  year: number | null
  /** What it is called beneath: "2023"; "until 2011" of all that the picture has no room for; "not told". */
  label: string
  entries: number
  x: number
  width: number
  /** From where down to the panel's foot. */
  y: number
  height: number
}

/** The bars of one kind, measured from its own top. */
export interface YearPanel {
  kind: YearCounts['kind']
  bars: YearBar[]
}

const mostYears = 16
/** Between the last year and what has none. */
const gap = 20

interface Place {
  year: number | null
  label: string
  entriesOf: (counts: YearCounts) => number
}

/** Lays out a timeline `width` wide, its panels one above the other over the same years, whose bars are `height` high at most; no panels where no entry has a year. */
export function layoutTimeline(counts: readonly YearCounts[], width: number, height: number): YearPanel[] {
  const places = placesOf(counts)
  if (places.length === 0) return []
  const unknown: Place = { year: null, label: 'not told', entriesOf: (count) => count.unknown }
  const apart = counts.some((count) => count.unknown > 0)
  const room = apart ? (width - gap) * (places.length / (places.length + 1)) : width
  const across = scaleBand().domain(places.map(({ label }) => label)).range([0, room]).paddingInner(0.2).paddingOuter(0.1)
  const all = apart ? [...places, unknown] : places
  const up = scaleLinear().domain([0, Math.max(...counts.flatMap((count) => all.map(({ entriesOf }) => entriesOf(count))))]).range([0, height])
  return counts.map((count) => ({
    kind: count.kind,
    bars: all.map(({ year, label, entriesOf }) => {
      const entries = entriesOf(count)
      return {
        ...{ year, label, entries, x: round(across(label) ?? room + gap), width: round(across.bandwidth()) },
        ...{ y: round(height - up(entries)), height: round(up(entries)) },
      }
    }),
  }))
}

function placesOf(counts: readonly YearCounts[]): Place[] {
  const told = counts.flatMap(({ years }) => years.map(({ year }) => year))
  if (told.length === 0) return []
  const last = Math.max(...told)
  const first = Math.max(Math.min(...told), last - mostYears + 1)
  const sum = ({ years }: YearCounts, has: (year: number) => boolean) => years.reduce((all, { year, entries }) => all + (has(year) ? entries : 0), 0)
  const years = Array.from({ length: last - first + 1 }, (_, index): Place => {
    const year = first + index
    return { year, label: String(year), entriesOf: (count) => sum(count, (one) => one === year) }
  })
  const earlier: Place = { year: null, label: `to ${first - 1}`, entriesOf: (count) => sum(count, (year) => year < first) }
  return told.some((year) => year < first) ? [earlier, ...years] : years
}

function round(number: number): number {
  return Math.round(number * 10) / 10
}
