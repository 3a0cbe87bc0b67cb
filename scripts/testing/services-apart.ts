import type { Actor, Viewer } from '@/lib/auth/policy'
import { sectionCriteria, writeCriteria } from '@/lib/catalog/criteria'
import { lookUp } from '@/lib/lookup/look-up'
import { askAddress, confirmAddress, removeAddress } from '@/lib/notices/address'
import { inbox, openNotice, readAll } from '@/lib/notices/inbox'
import { printAddressAsked } from '@/lib/notices/links'
import { noticeSettings, setPaces } from '@/lib/notices/settings'
import { seal } from '@/lib/notices/token'
import { unwatch, watch, watching } from '@/lib/notices/watching'
import { unsentForms } from '@/lib/proposals/drafts'
import { trayOf } from '@/lib/proposals/tray'
import type { PrismaClient } from '@/prisma/generated/client'
import { bringTo, newEntry } from './states'

/** Something that a service does, and what comes of it (lib/auth/services.db.test). */
export interface ServiceCall {
  run: (actor: Actor, proposal: number) => Promise<{ ok: boolean; code?: string; message?: string }>
  /** What each cast is told: a letter for each state of a proposal, or one where it is about none. */
  says: string
  /** How many events it leaves where it goes well. */
  events: 0 | 1
}

const now = new Date('2026-11-24T12:00:00Z')
const secret = 'a secret of the tests, long enough'
const everybody = 's y y y y y y f f f f'
/** What who is blocked may still read. */
const readers = 's y y y y y y y y y y'
const maintainers = 's f f y y y y f f f f'
let made = 0

/** The services that are about no proposal and nobody but who asks. `given` is asked when they run. */
export function servicesApart(given: () => { db: PrismaClient; owner: Viewer; decider: Viewer }) {
  const reads = (run: (db: PrismaClient, actor: Actor) => ReturnType<ServiceCall['run']>, says = everybody): ServiceCall => ({ run: (actor) => run(given().db, actor), says, events: 0 })
  const writes = (run: (db: PrismaClient, actor: Actor) => ReturnType<ServiceCall['run']>, says = everybody): ServiceCall => ({ ...reads(run, says), events: 1 })

  /** The latest notice of somebody, one made for them before. */
  async function noticeFor(db: PrismaClient, actor: Actor): Promise<bigint> {
    const latest = { where: { recipientId: actor?.id ?? '' }, orderBy: { id: 'desc' } } as const
    return actor ? (await db.notice.findFirstOrThrow(latest)).id : 1n
  }

  /** Something of one's own that was not sent, listed; who may not read it is told of none. */
  const unsent = (list: (db: PrismaClient, actor: Actor) => Promise<readonly unknown[]>) => reads(async (db, actor) => {
    if (actor) {
      const change = { ...newEntry('Unsent').changes[0] }
      await db.draft.createMany({ data: { userId: actor.id, form: 'model', title: 'Add it', content: {} }, skipDuplicates: true })
      await db.trayItem.create({ data: { userId: actor.id, change, rationale: '', lookups: [] } })
    }
    const found = await list(db, actor)
    if (actor) await db.trayItem.deleteMany({ where: { userId: actor.id } })
    return found.length > 0 ? { ok: true } : { ok: false, code: actor ? 'forbidden' : 'signed-out' }
  }, readers)

  return {
    'draft.view': { drafts: unsent(unsentForms), tray: unsent(trayOf) },
    'lookup.ask': { look: reads((db, actor) => lookUp(db, actor, { text: '@misc{a, title = {A}}' }, { now, reach: null })) },
    'inbox.view': {
      inbox: reads((db, actor) => inbox(db, actor), readers),
      open: reads(async (db, actor) => openNotice(db, actor, await noticeFor(db, actor), now), readers),
    },
    'inbox.mark': { read: reads((db, actor) => readAll(db, actor, 1n, now)) },
    'watch.view': { watching: reads((db, actor) => watching(db, actor), readers) },
    'watch.change': {
      watch: writes((db, actor) => watch(db, actor, { what: 'all' })),
      unwatch: writes((db, actor) => unwatch(db, actor, { what: 'all' })),
    },
    'notices.view': { settings: reads((db, actor) => noticeSettings(db, actor), readers) },
    'notices.set': {
      set: writes((db, actor) => setPaces(db, actor, { commented: 'never' })),
      address: writes((db, actor) => askAddress(db, actor, { address: 'me@example.org' }, { secret, now, send: async () => {} })),
      confirm: writes((db, actor) => confirmAddress(db, actor, seal(secret, 'address', printAddressAsked({ person: actor?.id ?? given().owner.id, address: 'me@example.org', until: now })), { secret, now })),
      remove: writes((db, actor) => removeAddress(db, actor)),
    },
    'criteria.write': {
      read: reads((db, actor) => sectionCriteria(db, actor), maintainers),
      write: writes(async (db, actor) => {
        const { criteria } = await db.section.findUniqueOrThrow({ where: { slug: 'drug' } })
        return writeCriteria(db, actor, { section: 'drug', was: criteria, criteria: `Rule ${++made}.` })
      }, maintainers),
    },
  } satisfies Record<string, Record<string, ServiceCall>>
}

/** Somebody's first notice: that something of theirs was accepted. */
export async function tellSomething(db: PrismaClient, one: Viewer, decider: Viewer): Promise<void> {
  await bringTo(db, one, decider, 'accepted')
}
