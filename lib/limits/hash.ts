import { createHash } from 'node:crypto'

/** A name by which a bucket knows somebody: nobody's address stands in the database, for the few minutes that a bucket lasts, to be read there. */
export function hashOf(name: string): string {
  return createHash('sha256').update(name.trim().toLowerCase()).digest('base64url')
}
