import { migrate } from '../migrate'
import { onOwnServer } from './own-server'
import { openCatalog, type Catalog } from './scale/catalog'
import { fillCatalog, gigabytes, type Filled } from './scale/fill'
import { measureCatalogs, type ScaleFigures } from './scale/measure'

const sizes = [1_000, 100_000, 1_000_000] as const

/**
 * Fills three catalogs with made-up entries and times what pages, forms and decisions ask of each, in turns: the same work on a thousand
 * entries and on a million. Half an hour; all that it made goes with it.
 */
export function measureScale(tell: (line: string) => void): Promise<ScaleFigures> {
  return onOwnServer(async (server) => {
    const catalogs: Catalog[] = []
    try {
      for (const size of sizes) catalogs.push(await fill(server.url(`scale_${size}`), size, () => server.create(`scale_${size}`), tell))
      return await measureCatalogs(catalogs, tell)
    } finally {
      for (const { db } of catalogs) await db.$disconnect()
    }
  }, gigabytes)
}

async function fill(url: string, size: number, create: () => Promise<void>, tell: (line: string) => void): Promise<Catalog> {
  const start = performance.now()
  await create()
  await migrate(url)
  const filled: Filled = await fillCatalog(url, size)
  tell(`${size.toLocaleString('en')} entries filled in ${Math.round((performance.now() - start) / 1000)} s`)
  return openCatalog(url, filled)
}
