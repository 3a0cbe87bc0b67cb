import { database } from '@/lib/db'
import { currentRevision } from '@/lib/readme/load'

/** Whether the database answers and a README was imported into it. Rejects where it does not answer. */
export async function isCatalogReady(): Promise<boolean> {
  return (await currentRevision(database())) > 0
}
