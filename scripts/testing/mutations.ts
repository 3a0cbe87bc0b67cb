import { blockPerson, unblockPerson } from '@/lib/auth/blocks'
import type { Viewer } from '@/lib/auth/policy'
import { grantRole } from '@/lib/auth/roles'
import { writeCriteria } from '@/lib/catalog/criteria'
import type { Result } from '@/lib/errors'
import { lookUp } from '@/lib/lookup/look-up'
import { askAddress, confirmAddress, removeAddress } from '@/lib/notices/address'
import { printAddressAsked, printUnsubscribing } from '@/lib/notices/links'
import { setPaces } from '@/lib/notices/settings'
import { seal } from '@/lib/notices/token'
import { unsubscribe } from '@/lib/notices/unsubscribe'
import { unwatch, watch } from '@/lib/notices/watching'
import { amendChange } from '@/lib/proposals/amend'
import { claimReview, releaseReview } from '@/lib/proposals/claims'
import { comment } from '@/lib/proposals/comments'
import { keepDraft } from '@/lib/proposals/drafts'
import { reviseProposal, withdrawProposal } from '@/lib/proposals/service'
import { putInTray } from '@/lib/proposals/tray'
import { EventKind } from '@/prisma/generated/enums'
import type { PrismaClient } from '@/prisma/generated/client'
import { decided, newDataset, sent } from './proposals'

/** Who does it. */
export interface Cast {
  ada: Viewer
  mia: Viewer
  max: Viewer
  admin: Viewer
}

const now = new Date()
const secret = 'a secret of the tests, long enough'

/**
 * Everything that people do beside accepting: proposals that wait, are asked about, rejected, withdrawn; comments, claims, criteria, watching, roles,
 * blocks, drafts; and a renaming. Throws where one fails, or where a kind of event was forgotten here.
 */
export async function everyOtherMutation(db: PrismaClient, cast: Cast): Promise<void> {
  const before = await db.event.findFirst({ orderBy: { id: 'desc' }, select: { id: true } })
  await proposing(db, cast)
  await reviewing(db, cast)
  await beingTold(db, cast)
  await people(db, cast)
  const seen = new Set((await db.event.findMany({ where: { id: { gt: before?.id ?? 0n } }, select: { kind: true } })).map(({ kind }) => kind))
  const forgotten = Object.values(EventKind).filter((kind) => kind !== 'accepted' && kind !== 'imported' && !seen.has(kind))
  if (forgotten.length > 0) throw new Error(`nobody did what leaves the events ${forgotten.join(', ')}`)
}

async function proposing(db: PrismaClient, { ada, mia }: Cast): Promise<void> {
  const withdrawn = await sent(db, ada, newDataset('Beside: withdrawn'))
  await must(withdrawProposal(db, ada, { proposal: withdrawn, version: 1 }))
  const asked = await sent(db, ada, newDataset('Beside: asked about'))
  await decided(db, mia, asked, 'changes_requested')
  await must(reviseProposal(db, ada, { proposal: asked, version: 1, input: { changes: [newDataset('Beside: sent again')] } }))
  await must(keepDraft(db, ada, { form: 'model', over: null, title: 'Beside', content: {} }))
  await must(putInTray(db, ada, { item: null, input: { changes: [newDataset('Beside: in the tray')] }, from: null }))
  await must(lookUp(db, ada, { text: '@misc{a, title = {Beside}}' }, { now, reach: null }))
}

async function reviewing(db: PrismaClient, { ada, mia, max }: Cast): Promise<void> {
  await decided(db, mia, await sent(db, ada, newDataset('Beside: rejected')), 'rejected')
  const waiting = await sent(db, ada, newDataset('Beside: waits'))
  await must(claimReview(db, mia, waiting, now))
  await must(releaseReview(db, mia, waiting))
  await must(amendChange(db, max, { proposal: waiting, version: 1, ordinal: 0, changes: [newDataset('Beside: amended')] }))
  await must(comment(db, mia, { proposal: waiting, body: 'A word beside it.' }))
  const { criteria } = await db.section.findUniqueOrThrow({ where: { slug: 'text' } })
  await must(writeCriteria(db, mia, { section: 'text', was: criteria, criteria: `${criteria} And beside.`.trim() }))
}

async function beingTold(db: PrismaClient, { ada }: Cast): Promise<void> {
  await must(watch(db, ada, { what: 'all' }))
  await must(unwatch(db, ada, { what: 'all' }))
  await must(askAddress(db, ada, { address: 'beside@example.org' }, { secret, now, send: async () => {} }))
  await must(confirmAddress(db, ada, seal(secret, 'address', printAddressAsked({ person: ada.id, address: 'beside@example.org', until: now })), { secret, now }))
  await must(unsubscribe(db, secret, seal(secret, 'unsubscribe', printUnsubscribing({ person: ada.id, scope: 'daily' })), 'all'))
  await must(removeAddress(db, ada))
  await must(setPaces(db, ada, { commented: 'daily' }))
}

async function people(db: PrismaClient, { ada, mia, max, admin }: Cast): Promise<void> {
  await must(grantRole(db, admin, max.id, 'admin'))
  await must(blockPerson(db, admin, { person: ada.id, reason: 'Beside.' }))
  await must(unblockPerson(db, admin, ada.id))
  await must(blockPerson(db, admin, { person: mia.id, reason: 'Beside.' }))
  await db.user.updateMany({ where: { id: { in: [ada.id, max.id] } }, data: { name: 'Somebody else' } })
}

async function must(done: Promise<Result<unknown>>): Promise<void> {
  const result = await done
  if (!result.ok) throw new Error(result.message)
}
