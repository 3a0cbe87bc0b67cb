import { can, refused, type Actor } from '@/lib/auth/policy'
import type { Db } from '@/lib/db'
import { fail, ok, type Result } from '@/lib/errors'
import type { Evidence } from '@/lib/lookup/evidence'
import { storedEvidence } from '@/lib/lookup/sent-evidence'
import { currentRevision } from '@/lib/readme/load'
import { loadOutline } from '@/lib/readme/load-text'
import type { FormChange } from './change'
import { isOnlyMaintainer, isProposalNumber, noProposal } from './claim'
import { draftOf } from './form-changes'
import { nextState } from './states'
import { storedChanges } from './stored-changes'

/** A change that a maintainer may put another in the place of: as it would be accepted now. */
export interface Amendable {
  version: number
  title: string
  change: FormChange
  /** What bore out values of it. */
  evidence: Evidence[]
}

/** One change of a proposal that waits for a decision, for the form that amends it; fails as `not-found`, `forbidden` or `conflict`. */
export async function amendable(db: Db, actor: Actor, id: number, ordinal: number): Promise<Result<Amendable>> {
  if (!actor) return refused('signed-out')
  const select = { title: true, version: true, state: true, proposerId: true, versions: { select: { baseRevision: true }, orderBy: { number: 'desc' }, take: 1 } } as const
  const found = isProposalNumber(id) ? await db.proposal.findUnique({ where: { id }, select }) : null
  if (!found || !can(actor, 'proposal.view', found).allowed) return noProposal(id)
  const permission = can(actor, 'proposal.amend', { ...found, singleMaintainer: await isOnlyMaintainer(db, actor) })
  if (!permission.allowed) return refused(permission.reason)
  if (nextState(found.state, 'accept') === undefined) return fail('conflict', 'This proposal does not wait for a decision.')
  const stored = (await storedChanges(db, id, found.version)).find((one) => one.ordinal === ordinal)
  if (!stored) return fail('not-found', 'There is no such change.')
  const base = stored.amended?.base ?? found.versions[0]?.baseRevision ?? (await currentRevision(db))
  const sections = await db.section.findMany({ select: { slug: true, kind: true } })
  const kindIn = (section: string) => sections.find(({ slug }) => slug === section)?.kind
  const [change] = draftOf([stored.amended?.change ?? stored.change], { base, kindIn, known: await loadOutline(db, base) }) ?? []
  const sent = (await storedEvidence(db, id, found.version)).filter((one) => one.ordinal === ordinal).map(({ evidence }) => evidence)
  return change ? ok({ version: found.version, title: found.title, change, evidence: [...(stored.amended?.evidence ?? []), ...sent] }) : fail('conflict', 'No form holds this change: leave it out, or ask for changes.')
}
