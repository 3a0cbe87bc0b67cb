import type { Db } from '@/lib/db'
import type { Change } from '@/lib/readme/change'
import type { DiffLine } from '@/lib/readme/line-diff'
import { loadReadme } from '@/lib/readme/load'
import { isLong, reachOfSteps } from '@/lib/readme/load-reach'
import type { Readme } from '@/lib/readme/parse'
import { mostRows, reachOfRows, reachOfStep, type StepReach } from '@/lib/readme/past-excerpt'
import type { Reach } from '@/lib/readme/reach'
import { rowsNamed } from './plain-changes'
import { diffReadmes } from './readme-diff'

/**
 * What the revision `made` did to the README, and the README that its changes were made against. Of a long list the rows alone are read that it
 * touched, with what stood beside them, and those that its changes name; or their tables.
 */
export async function whatItMade(db: Db, { changes, base }: { changes: readonly Change[]; base: number }, made: number): Promise<{ against: Readme; readme: DiffLine[] }> {
  if (!(await isLong(db))) return { against: await loadReadme(db, base), readme: await differenceBy(db, made) }
  const told = (await reachToTell(db, changes, base)) ?? (await reachOfSteps(db, [made], { changes }))
  const step = (await reachOfStep(db, made)) ?? (await reachOfTables(db, made))
  return { against: await loadReadme(db, base, told), readme: await differenceBy(db, made, step) }
}

async function reachOfTables(db: Db, made: number): Promise<StepReach> {
  const reach = await reachOfSteps(db, [made])
  return { was: reach, is: reach }
}

/** What a revision did, with so much of the READMEs read; with all of them where nothing is said. */
export async function differenceBy(db: Db, made: number, reach?: StepReach): Promise<DiffLine[]> {
  return diffReadmes(await loadReadme(db, made - 1, reach?.was), await loadReadme(db, made, reach?.is))
}

/**
 * How much of a revision has to be read to tell changes by it, where that is no more than the rows that they name; else null: to tell what they
 * make of the text, it is read again with its tables.
 */
export async function reachToTell(db: Db, changes: readonly Change[], base: number): Promise<Reach | null> {
  const isOfRows = changes.length <= mostRows && changes.every(({ op }) => op !== 'text')
  return isOfRows ? reachOfRows(db, base, rowsNamed(changes)) : null
}
