import { currentRevision } from '@/lib/readme/load'
import { piecesOf } from '@/lib/readme/stream'
import type { Catalog } from './catalog'
import { accept, decisions } from './decisions'
import type { Filled } from './fill'
import { reads, type Read } from './reads'
import { searches } from './searches'

/** Milliseconds by the clock of one thing, on each catalog in the order of their sizes. `atMost`: how much the last may be of the first. */
export interface Taken {
  name: string
  sort: 'search' | 'page' | 'sending' | 'acceptance'
  times: { p50: number; p99: number }[]
}

/** The README of each catalog, written piece by piece. */
export interface Written {
  bytes: number
  seconds: number
  /** By how much the process grew while it wrote. */
  grown: number
}

/** What was measured, and a sentence for each bar that is missed. */
export interface ScaleFigures {
  catalogs: Filled[]
  taken: Taken[]
  written: Written[]
  missed: string[]
}

// Of fewer the 99th of a hundred is one that the collector of garbage happened to meet.
const rounds = { search: 401, page: 201, acceptance: 25 }
const bars: Record<Taken['sort'], number> = { search: 3, page: 3, sending: 3, acceptance: 1.5 }

/** Times everything on all catalogs in turns, so that what slows the machine for a while slows each alike. `most`: rounds at most. */
export async function measureCatalogs(catalogs: readonly Catalog[], tell: (line: string) => void, most = Number.POSITIVE_INFINITY): Promise<ScaleFigures> {
  const taken: Taken[] = []
  for (const [sort, all] of [['search', searches], ['page', reads]] as const) {
    for (const read of all) {
      taken.push(await measureRead(catalogs, sort, read, Math.min(most, rounds[sort])))
      tell(said(taken.at(-1)))
    }
  }
  for (const { name, send } of decisions) {
    const samples = await inTurns(catalogs, Math.min(most, rounds.acceptance), async (catalog) => {
      const entry = await catalog.pick()
      let proposal = 0
      const sending = await time(async () => {
        proposal = await send(catalog, entry)
      })
      return [sending, await time(() => accept(catalog, proposal))]
    })
    taken.push({ name: `sending ${name}`, sort: 'sending', times: samples.map(([all = []]) => summary(all)) })
    taken.push({ name: `accepting ${name}`, sort: 'acceptance', times: samples.map(([, all = []]) => summary(all)) })
    taken.slice(-2).forEach((one) => tell(said(one)))
  }
  const written: Written[] = []
  for (const catalog of catalogs) written.push(await write(catalog))
  return { catalogs: catalogs.map(({ entries, sections, largest, revisions, open }) => ({ entries, sections, largest, revisions, open })), taken, written, missed: taken.flatMap(missedBy) }
}

async function measureRead(catalogs: readonly Catalog[], sort: 'search' | 'page', { name, run }: Read, count: number): Promise<Taken> {
  const samples = await inTurns(catalogs, count, async (catalog) => {
    const entry = await catalog.pick()
    return [await time(() => run(catalog, entry))]
  })
  return { name, sort, times: samples.map(([all = []]) => summary(all)) }
}

function said(taken: Taken | undefined): string {
  return `${taken?.name}: ${taken?.times.map(({ p50, p99 }) => `${p50.toFixed(0)}/${p99.toFixed(0)}`).join('  ')} ms`
}

/** Samples of each catalog by what is told apart in a round; two rounds beforehand count nothing. */
async function inTurns(catalogs: readonly Catalog[], count: number, round: (catalog: Catalog) => Promise<number[]>): Promise<number[][][]> {
  const samples = catalogs.map((): number[][] => [])
  for (let turn = -2; turn < count; turn++) {
    for (const [at, catalog] of catalogs.entries()) {
      const spent = await round(catalog)
      if (turn >= 0) spent.forEach((one, index) => ((samples[at] as number[][])[index] ??= []).push(one))
    }
  }
  return samples
}

async function time(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await run()
  return performance.now() - start
}

/** Of few samples, as of acceptances, the 99th of a hundred is the slowest. */
function summary(samples: readonly number[]): { p50: number; p99: number } {
  const sorted = samples.toSorted((a, b) => a - b)
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
  return { p50: at(0.5), p99: at(0.99) }
}

async function write({ db }: Catalog): Promise<Written> {
  globalThis.gc?.()
  const start = { at: performance.now(), size: process.memoryUsage.rss() }
  let bytes = 0
  let largest = start.size
  for await (const piece of (await piecesOf(db, await currentRevision(db))) ?? []) {
    bytes += Buffer.byteLength(piece)
    largest = Math.max(largest, process.memoryUsage.rss())
  }
  return { bytes, seconds: (performance.now() - start.at) / 1000, grown: largest - start.size }
}

/** How much longer the largest catalog takes than the smallest: by medians of sendings and acceptances, which are few, and by the slowest of searches and pages. */
export function growthOf({ sort, times }: Taken): number {
  const of = sort === 'page' || sort === 'search' ? 'p99' : 'p50'
  return (times.at(-1)?.[of] ?? Number.NaN) / (times[0]?.[of] ?? Number.NaN)
}

function missedBy(taken: Taken): string[] {
  const growth = growthOf(taken)
  return growth <= bars[taken.sort] ? [] : [`${taken.name}: a million entries take ${growth.toFixed(1)} × what a thousand take; the bar is ${bars[taken.sort]}.`]
}
