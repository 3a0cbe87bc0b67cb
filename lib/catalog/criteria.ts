import { z } from 'zod'
import { publicName } from '@/lib/auth/name'
import { can, refused, type Actor } from '@/lib/auth/policy'
import { check } from '@/lib/check'
import type { Db } from '@/lib/db'
import { fail, ok, type Result } from '@/lib/errors'
import type { PrismaClient } from '@/prisma/generated/client'
import { note } from './schema'
import { sectionName } from './section-name'

/** What belongs in a section, in other words than those that were read (`was`). */
export const criteriaSchema = z.object({
  section: z.string().max(400),
  was: z.string(),
  criteria: note(2000, 'Keep it under 2,000 characters.'),
})

export type CriteriaInput = z.input<typeof criteriaSchema>

/** A section, and what its maintainers say belongs in it, in markdown; empty where they said nothing. */
export interface SectionCriteria {
  slug: string
  heading: string
  criteria: string
}

/** What belongs in each section, in the README's order, for whoever may write it. Fails as `signed-out` or `forbidden`. */
export async function sectionCriteria(db: Db, actor: Actor): Promise<Result<SectionCriteria[]>> {
  const permission = can(actor, 'criteria.write')
  if (!permission.allowed) return refused(permission.reason)
  const sections = await db.section.findMany({ where: { removed: false }, orderBy: { ordinal: 'asc' } })
  return ok(sections.map((section) => ({ slug: section.slug, heading: sectionName(section), criteria: section.criteria })))
}

/**
 * Writes what belongs in a section, and an event with what stood there before. It is told to whoever proposes; the catalog's revision stays.
 * Fails as `signed-out`, `forbidden`, `invalid`, or `conflict` where somebody else wrote it meanwhile.
 */
export async function writeCriteria(db: PrismaClient, actor: Actor, input: CriteriaInput): Promise<Result<null>> {
  const permission = can(actor, 'criteria.write')
  if (!permission.allowed || !actor) return refused(permission.allowed ? 'signed-out' : permission.reason)
  const checked = check(criteriaSchema, input)
  if (!checked.ok) return checked
  const { section, was, criteria } = checked.value
  return db.$transaction(async (tx) => {
    const { count } = await tx.section.updateMany({ where: { slug: section, removed: false, criteria: was }, data: { criteria } })
    if (count === 0) return fail('conflict', 'Somebody else wrote it meanwhile, or the section is gone.')
    if (was !== criteria) await tx.event.create({ data: { kind: 'criteria_written', actorId: actor.id, data: { actor: publicName(actor), section, was, criteria } } })
    return ok(null)
  })
}
