import { readSearch } from '@/lib/catalog/search/address'
import { searchCatalog, suggestEntries } from '@/lib/catalog/search/search'
import { connect } from '@/lib/db'
import type { PrismaClient } from '@/prisma/generated/client'
import { migrate } from '../migrate'
import { onOwnServer } from './own-server'
import { fillCatalog, gigabytes } from './scale/fill'
import { ownWord } from './scale/rows'

/** How long one search takes in a catalog of so many entries, in milliseconds by the clock. */
export interface SearchTime {
  what: string
  entries: number
  p50: number
  p99: number
}

/** What was measured, and a sentence for each bar that is missed. */
export interface SearchFigures {
  times: SearchTime[]
  missed: string[]
}

const searchSizes = [1_000, 100_000, 1_000_000] as const
const atMost = 3
const rounds = 200

/** The word that one entry has, in a catalog of a thousand too. */
const rare = ownWord(500)

const views: readonly [what: string, parameters: Record<string, string | string[]>][] = [
  ['nothing asked: the first page', {}],
  ['nothing asked: the last page', { page: '40' }],
  ['nothing asked, newest first', { sort: 'added' }],
  ['a common word', { q: 'model' }],
  ['a common word, the last page', { q: 'model', page: '40' }],
  ['two common words', { q: 'medical language' }],
  ['a rare word', { q: rare }],
  ['one name', { q: 'BERT 500' }],
  ['a typo in a common word', { q: 'radiolgy' }],
  ['a typo in a rare word', { q: rare.replace(/^(..)(.)(.)/, '$1$3$2') }],
  ['two letters', { q: 'me' }],
  ['one letter', { q: 'c' }],
  ['a facet', { kind: 'model' }],
  ['four facets', { kind: 'model', subfield: ['radiology', 'pathology'], base: 'clip', code: 'yes' }],
  ['words and facets', { q: 'learning', kind: 'model', year: '2023' }],
]

/** Times searches over catalogs of three sizes: a database each, in turns, so that what slows the machine for a while slows all alike. */
export function measureSearch(tell: (line: string) => void): Promise<SearchFigures> {
  return onOwnServer(async (server) => {
    const catalogs: { entries: number; db: PrismaClient }[] = []
    for (const entries of searchSizes) {
      tell(`a catalog of ${entries.toLocaleString('en')}`)
      await server.create(`search_${entries}`)
      await migrate(server.url(`search_${entries}`))
      await fillCatalog(server.url(`search_${entries}`), entries)
      catalogs.push({ entries, db: connect(server.url(`search_${entries}`)) })
    }
    const times: SearchTime[] = []
    for (const [what, parameters] of views) {
      times.push(...(await inTurns(what, catalogs, (db) => searchCatalog(db, readSearch(parameters)))))
      tell(told(times))
    }
    times.push(...(await inTurns('answers while one types', catalogs, (db) => suggestEntries(db, 'radiol'))))
    tell(told(times))
    for (const { db } of catalogs) await db.$disconnect()
    return { times, missed: missedOf(times) }
  }, gigabytes)
}

function told(times: readonly SearchTime[]): string {
  return times.slice(-searchSizes.length).map(({ what, entries, p50, p99 }) => `${what}, ${entries}: ${p50.toFixed(1)} / ${p99.toFixed(1)} ms`).join('; ')
}

async function inTurns(what: string, catalogs: readonly { entries: number; db: PrismaClient }[], ask: (db: PrismaClient) => Promise<unknown>): Promise<SearchTime[]> {
  const samples = catalogs.map((): number[] => [])
  for (let round = -10; round < rounds; round++) {
    for (const [at, { db }] of catalogs.entries()) {
      const start = performance.now()
      await ask(db)
      if (round >= 0) samples[at]?.push(performance.now() - start)
    }
  }
  return catalogs.map(({ entries }, at) => {
    const sorted = samples[at]?.toSorted((a, b) => a - b) ?? []
    return { what, entries, p50: sorted[rounds >> 1] ?? Number.NaN, p99: sorted[Math.floor(rounds * 0.99) - 1] ?? Number.NaN }
  })
}

function missedOf(times: readonly SearchTime[]): string[] {
  return views.flatMap(([what]) => {
    const [few, , many] = times.filter((time) => time.what === what)
    const ratio = (many?.p99 ?? Number.NaN) / (few?.p99 ?? Number.NaN)
    return ratio <= atMost ? [] : [`${what}: p99 is ${ratio.toFixed(1)} × as long in a catalog of a million as in one of a thousand; the bar is ${atMost}.`]
  })
}
