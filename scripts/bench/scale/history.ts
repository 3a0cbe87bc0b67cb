import type pg from 'pg'
import { readCells } from '@/lib/catalog/entry'
import { frameOf } from '@/lib/catalog/view'
import { insert } from './bulk'
import { EntryMaker } from './rows'
import { idOf } from './sections'

/** How many proposals were accepted, and how many wait. */
export interface Proposals {
  accepted: number
  open: number
}

/** One entry in a hundred came by a proposal, ten thousand at most; half as many wait. */
export function proposalsOf(entries: number): Proposals {
  const accepted = Math.min(10_000, Math.floor(entries / 100))
  return { accepted, open: accepted >> 1 }
}

const people = 40
const batch = 1_000

interface Added {
  revision: number
  entry_id: string
  name: string
  cells: string[]
  slug: string
  kind: 'model' | 'dataset'
  frame: unknown
}

/** Writes the people, the accepted proposals with their revisions, decisions and events, and the proposals that wait. */
export async function fillHistory(client: pg.Client, { accepted, open }: Proposals): Promise<void> {
  await insert(client, 'user', Array.from({ length: people }, (_, index) => (
    { id: idOf(3, index), name: `Person ${index}`, role: index === 0 ? 'maintainer' : 'contributor', created_at: new Date() })))
  await insert(client, 'event', [{ id: 1, kind: 'imported', catalog_revision: 1, data: {}, at: new Date(0) }])
  const { rows } = await client.query<Added>(
    `SELECT r.catalog_revision AS revision, r.entry_id, r.name, r.cells, s.slug, s.kind::text, s.frame
     FROM entry_revision r JOIN section s ON s.id = r.section_id WHERE r.catalog_revision > 1 ORDER BY 1`,
  )
  for (let start = 0; start < rows.length; start += batch) await fillAccepted(client, rows.slice(start, start + batch), accepted)
  const maker = new EntryMaker(open)
  const waiting = Array.from({ length: open }, (_, index) => waitingAt(rows, maker, index, accepted))
  for (let start = 0; start < open; start += batch) await fillWaiting(client, waiting.slice(start, start + batch))
  await client.query(`SELECT setval('proposal_id_seq', (SELECT max(id) FROM proposal)), setval('event_id_seq', (SELECT max(id) FROM event))`)
}

/** Who proposed the proposal of a number. */
const proposerOf = (id: number) => 1 + (id % (people - 1))

interface Sent {
  id: number
  at: Date
  name: string
  slug: string
  kind: string
}

function proposalRow({ id, at, name, slug, kind }: Sent, state: string) {
  const person = idOf(3, proposerOf(id))
  return { id, proposer_id: person, state, version: 1, title: `Add ${name}`, submitted_at: at, created_at: at, updated_at: at, sections: [slug], kinds: [kind] }
}

function versionRow({ id, at, name }: Sent) {
  return { proposal_id: id, number: 1, title: `Add ${name}`, rationale: 'It is new.', keeps_date: false, submitted_at: at }
}

async function fillAccepted(client: pg.Client, added: readonly Added[], all: number): Promise<void> {
  const made = added.map((one) => ({ ...one, id: one.revision - 1, at: new Date(Date.now() - (all - one.revision + 2) * 3_600_000) }))
  const of = (id: number) => ({ proposal_id: id, version: 1 })
  await insert(client, 'proposal', made.map((one) => proposalRow(one, 'accepted')))
  await insert(client, 'proposal_version', made.map(versionRow))
  await insert(client, 'catalog_revision', made.map(({ id, at, revision }) => ({ number: revision, at, proposal_id: id, updated: at.toISOString().slice(0, 10).replaceAll('-', '/') })))
  await insert(client, 'change', made.map(({ id, entry_id, slug, kind, frame, cells }) => {
    const change = { op: 'add', section: slug, place: 'manner', entry: readCells(kind, frameOf({ frame }).columns, cells) }
    return { ...of(id), ordinal: 0, op: 'add', change, verdict: 'accepted', reason: '', entry_id }
  }))
  await insert(client, 'decision', made.map(({ id, at, revision }) => (
    { ...of(id), decider_id: idOf(3, 0), verdict: 'accepted', reason: 'Good.', catalog_revision: revision, at })))
  await insert(client, 'event', made.map(({ id, at, revision }) => {
    const data = { proposer: `Person ${proposerOf(id)}`, decider: 'Person 0' }
    return { id: revision, kind: 'accepted', actor_id: idOf(3, 0), proposal_id: id, catalog_revision: revision, data, at }
  }))
}

interface Waiting extends Sent {
  entry: unknown
}

function waitingAt(added: readonly Added[], maker: EntryMaker, index: number, accepted: number): Waiting {
  const { slug, kind } = added[(index * 7) % added.length] as Added
  const entry = maker.entry(kind)
  return { id: accepted + index + 1, at: new Date(Date.now() - index * 60_000), name: `Waiting ${index}`, slug, kind, entry: { ...entry, fields: { ...entry.fields, name: `Waiting ${index}` } } }
}

async function fillWaiting(client: pg.Client, waiting: readonly Waiting[]): Promise<void> {
  await insert(client, 'proposal', waiting.map((one) => proposalRow(one, 'submitted')))
  await insert(client, 'proposal_version', waiting.map(versionRow))
  await insert(client, 'change', waiting.map(({ id, slug, entry }) => (
    { proposal_id: id, version: 1, ordinal: 0, op: 'add', change: { op: 'add', section: slug, place: 'manner', entry }, reason: '' })))
  await insert(client, 'change_identity', waiting.map(({ id, kind, name }) => ({ proposal_id: id, version: 1, ordinal: 0, identity: `${kind}/name:${name.toLowerCase().replace(' ', '')}` })))
}
