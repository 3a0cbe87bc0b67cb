import { missedBars } from './bars'
import { others } from './others'
import { medians } from './measure'
import { heldAt, type Held } from './memory'
import { pathological, type Growth } from './pathological'
import { blockPhase, engine } from './subjects'
import { manyTables, oneTable, seed } from './texts'

/** The times of a text in milliseconds, by subject; a subject that would take too long has none. */
export interface Timing {
  text: string
  rows: number
  bytes: number
  times: ReadonlyMap<string, number>
}

/** Everything that was measured. */
export interface Figures {
  timings: Timing[]
  held: Held[]
  growths: Growth[]
  /** A sentence for each bar that is missed. */
  missed: string[]
}

// Above this, in milliseconds, another parser is left out at the next size.
const tooLong = 20_000

/** Takes all figures of the README engine; `say` is told what is being done. */
export async function measureEngine(say: (line: string) => void): Promise<Figures> {
  const timings: Timing[] = []
  say('Warming up …')
  // The compiler is done with the engine's code only after seconds, and no catalog's process is as young as this one.
  for (const text of [seed, oneTable(500), seed, seed]) await medians([blockPhase(text), ...engine(text)])
  for (const { name, rows, text } of documents()) {
    say(`${name} …`)
    timings.push(await timingOf(name, rows, text, timings))
  }
  say('What parses hold on to …')
  const held = [100, 1_000, 10_000, 100_000].map(heldAt)
  const growths = await pathological(say)
  return { timings, held, growths, missed: missedBars(timings, held, growths) }
}

function* documents(): Generator<{ name: string; rows: number; text: string }> {
  yield { name: 'the seed', rows: 113, text: seed }
  for (const rows of [100, 1_000, 10_000, 100_000])
    yield { name: `${rows.toLocaleString('en')} rows`, rows, text: oneTable(rows) }
  yield { name: '500 tables of 20 rows', rows: 10_000, text: manyTables(500) }
}

async function timingOf(name: string, rows: number, text: string, before: readonly Timing[]): Promise<Timing> {
  const bytes = Buffer.byteLength(text)
  const quickEnough = others(text).filter((subject) => expected(subject.name, bytes, before) <= tooLong)
  return { text: name, rows, bytes, times: await medians([blockPhase(text), ...engine(text), ...quickEnough]) }
}

/** How long a subject will take, as it did on the largest text before that is smaller; for ever, where it was left out there. */
function expected(name: string, bytes: number, before: readonly Timing[]): number {
  const [nearest] = before.filter((timing) => timing.bytes < bytes).toSorted((a, b) => b.bytes - a.bytes)
  return nearest ? ((nearest.times.get(name) ?? Infinity) * bytes) / nearest.bytes : 0
}
