import type { Timing } from './engine'
import type { Held } from './memory'
import type { Growth } from './pathological'

// What the design promises (the README engine, "Numbers"). Ratios are to the block phase on the same text in the same run.
const parseAtMost = 2
const renderAtMost = 0.1
const patchOfParse = 0.3
/** How much more a row may cost in a table ten times as long. */
const perRow = 1.5
/** How much longer twice as much may take: two, and what larger strings cost the memory; a square would make it four. */
const perDoubling = 3

/** A sentence for each bar that is missed. */
export function missedBars(timings: readonly Timing[], held: readonly Held[], growths: readonly Growth[]): string[] {
  return [...timings.flatMap(ratios), ...linear(timings), ...memory(held), ...growths.flatMap(doubling)]
}

function ratios({ text, rows, times }: Timing): string[] {
  const ratio = (name: string, to: string) => (times.get(name) as number) / (times.get(to) as number)
  return [
    ...over(`${text}: parse is %s × the block phase`, ratio('parse', 'block phase'), parseAtMost),
    ...over(`${text}: render is %s × the block phase`, ratio('render', 'block phase'), renderAtMost),
    // A patch has a fixed part, which only a long table makes small.
    ...(rows >= 10_000 ? over(`${text}: patch of one row is %s × a parse`, ratio('patch', 'parse'), patchOfParse) : []),
  ]
}

function linear(timings: readonly Timing[]): string[] {
  const at = (rows: number) => timings.find((timing) => timing.text === `${rows.toLocaleString('en')} rows`) as Timing
  const each = (rows: number, names: readonly string[]) =>
    names.reduce((sum, name) => sum + (at(rows).times.get(name) as number), 0) / rows
  // To render an untouched document is to copy it: alone it tells of the machine's caches.
  return [['parse'], ['parse', 'render'], ['patch'], ['diff']].flatMap((names) =>
    over(
      `${names.join(' and ')}: a row of 100,000 takes %s × what one of 10,000 takes`,
      each(100_000, names) / each(10_000, names),
      perRow,
    ),
  )
}

function memory(held: readonly Held[]): string[] {
  const [less, more] = held.slice(-2) as [Held, Held]
  return over(
    'a parse holds %s × as much per row at 100,000 rows as at 10,000',
    more.parse / more.rows / (less.parse / less.rows),
    perRow,
  )
}

function doubling({ name, growth }: Growth): string[] {
  return over(`${name}: twice as much takes %s × as long`, growth, perDoubling)
}

function over(sentence: string, value: number, bar: number): string[] {
  return value <= bar ? [] : [`${sentence.replace('%s', value.toFixed(2))}; the bar is ${bar}.`]
}
