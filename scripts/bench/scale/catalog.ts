import type { Viewer } from '@/lib/auth/policy'
import { connect } from '@/lib/db'
import type { EntryKind } from '@/lib/catalog/entry'
import type { PrismaClient } from '@/prisma/generated/client'
import type { Filled } from './fill'
import { idOf } from './sections'
import { randomFrom } from '../random'

/** An entry that is looked at or changed. */
export interface Picked {
  id: string
  kind: EntryKind
  slug: string
  name: string
  rank: string
  section: { slug: string; size: number }
}

/** A filled catalog that is measured. */
export interface Catalog extends Filled {
  db: PrismaClient
  maintainer: Viewer
  /** Another entry each time, any as likely as any other, so that most are of long sections. */
  pick: () => Promise<Picked>
  /** A contributor who has proposed nothing yet: what anybody may send is limited. */
  newcomer: () => Promise<Viewer>
  /** A number that was not given before. */
  count: () => number
}

const pickedSelect = { id: true, kind: true, slug: true, name: true, rank: true, section: { select: { slug: true, size: true } } } as const
const person = { id: true, name: true, role: true } as const

/** Opens a filled catalog. */
export async function openCatalog(url: string, filled: Filled): Promise<Catalog> {
  const db = connect(url)
  const random = randomFrom(filled.entries + 1)
  const maintainer = await db.user.findFirstOrThrow({ where: { role: 'maintainer' }, select: person })
  let counted = 0
  return {
    ...filled,
    ...{ db, maintainer },
    async pick() {
      for (;;) {
        const found = await db.entry.findUnique({ where: { id: idOf(2, Math.floor(random() * filled.entries)), removed: false }, select: pickedSelect })
        if (found) return found
      }
    },
    newcomer: () => db.user.create({ data: { name: `Newcomer ${counted++}` }, select: person }),
    count: () => counted++,
  }
}
