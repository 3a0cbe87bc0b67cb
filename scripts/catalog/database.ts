import { connect } from '@/lib/db'
import { fail, ok, type Result } from '@/lib/errors'
import type { PrismaClient } from '@/prisma/generated/client'
import { dataPath, openDataFolder } from '../start/data-folder'
import { migrateDatabase, requireDatabase, startEmbedded } from '../start/database'
import { isStartFailure } from '../start/failure.mjs'
import { holdFolder, readHolder } from '../start/folder-lock'
import { startWhole } from '../start/stops'

/** An open database, to be closed when the command is done. */
export interface Opened {
  db: PrismaClient
  close(): Promise<void>
}

/**
 * Opens the catalog's database: the one that DATABASE_URL names, the running portal's, or, where none runs, the embedded
 * one of the data folder, started for the command alone.
 */
export async function openDatabase(): Promise<Result<Opened>> {
  try {
    return ok(await open())
  } catch (error) {
    if (isStartFailure(error)) return fail('unavailable', error.message)
    throw error
  }
}

async function open(): Promise<Opened> {
  const named = process.env.DATABASE_URL
  if (named) {
    await requireDatabase(named)
    return connected(named)
  }
  const running = readHolder(dataPath())?.databaseUrl
  return running ? connected(running) : startForNow()
}

function connected(url: string, stop = async () => {}): Opened {
  const db = connect(url)
  return {
    db,
    async close() {
      await db.$disconnect()
      await stop()
    },
  }
}

async function startForNow(): Promise<Opened> {
  const folder = await openDataFolder()
  holdFolder(folder.path, { url: null, databaseUrl: null })
  const server = await startEmbedded(folder)
  await startWhole([server.stop], async () => void (await migrateDatabase(server.databaseUrl)))
  return connected(server.databaseUrl, server.stop)
}
