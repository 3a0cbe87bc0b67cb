import type { Db } from '@/lib/db'
import { changesSchema, type Change } from '@/lib/readme/change'
import { diff } from '@/lib/readme/diff'
import { diffExcerpts } from '@/lib/readme/diff-excerpt'
import { loadReadme } from '@/lib/readme/load'
import { reachOfSteps } from '@/lib/readme/load-reach'
import type { Readme } from '@/lib/readme/parse'
import { reachOfStep } from '@/lib/readme/past-excerpt'
import type { Reach } from '@/lib/readme/reach'

/** What leads from the README that a revision made to the one before. The rows that it touched tell it, with those beside them; or their tables. */
export async function stepBack(db: Db, made: number): Promise<Change[]> {
  return (await excerptBack(db, made)) ?? stepBackWithin(db, made, await reachOfSteps(db, [made]))
}

/** The same by rows alone; null where more has to be read. */
export async function excerptBack(db: Db, made: number): Promise<Change[] | null> {
  const step = await reachOfStep(db, made, { uncounted: true })
  const changes = step && diffExcerpts(await loadReadme(db, made, step.is), await loadReadme(db, made - 1, step.was))
  return changes && asStored(changes)
}

/** The same with so much of the READMEs read; with all of them where nothing is said. */
export async function stepBackWithin(db: Db, made: number, reach?: Reach): Promise<Change[]> {
  return between(await loadReadme(db, made, reach), await loadReadme(db, made - 1, reach))
}

/** What leads from one README of the catalog to another. */
export function between(from: Readme, to: Readme): Change[] {
  return asStored(diff(from, to, { byKey: true }))
}

/** As the database gives it back: what is undefined goes. */
function asStored(changes: readonly Change[]): Change[] {
  return changesSchema.parse(JSON.parse(JSON.stringify(changes)))
}
