import type { Result } from '@/lib/errors'
import type { ProposalInput } from '@/lib/proposals/change'
import { decideProposal } from '@/lib/proposals/decide'
import { submitProposal } from '@/lib/proposals/service'
import { readmePassages } from '@/lib/proposals/text-preview'
import { undoProposal } from '@/lib/proposals/undo'
import { currentRevision } from '@/lib/readme/load'
import type { Catalog, Picked } from './catalog'
import { EntryMaker } from './rows'

/** A proposal that is sent, so that its acceptance can be timed. */
export interface Decision {
  name: string
  send: (catalog: Catalog, entry: Picked) => Promise<number>
}

const maker = new EntryMaker(99)

/** The sorts of changes that are accepted. */
export const decisions: readonly Decision[] = [
  { name: 'an addition', send: (catalog, { kind, section }) => addition(catalog, kind, section.slug) },
  { name: 'an edit', send: async (catalog, entry) => sent(catalog, await edit(catalog, entry)) },
  { name: 'an edit of a list that moved on', send: staleEdit },
  { name: 'a move within its section', send: async (catalog, { section, slug }) => sent(catalog, { op: 'move', section: section.slug, key: slug, base: await currentRevision(catalog.db), place: 'end' }) },
  { name: 'a removal', send: async (catalog, { section, slug }) => sent(catalog, { op: 'remove', section: section.slug, key: slug, base: await currentRevision(catalog.db), reason: 'It is gone.' }) },
  { name: 'another text', send: text },
  { name: 'an undo of a removal', send: undo },
]

/** Accepts a proposal. */
export async function accept({ db, maintainer }: Catalog, proposal: number): Promise<void> {
  must(await decideProposal(db, maintainer, { proposal, version: 1, verdict: 'accepted', reason: '' }, new Date()))
}

type Sent = ProposalInput['changes'][number]

async function sent({ db, newcomer }: Catalog, ...changes: Sent[]): Promise<number> {
  return must(await submitProposal(db, await newcomer(), { changes, rationale: '' })).id
}

function addition(catalog: Catalog, kind: Picked['kind'], section: string): Promise<number> {
  const made = maker.entry(kind === 'dataset' ? 'dataset' : 'model')
  const fields = { ...made.fields, name: `New ${catalog.count()}` }
  return sent(catalog, { op: 'add', section, place: 'manner', entry: { ...made, fields } as Extract<Sent, { op: 'add' }>['entry'] })
}

async function edit({ db, count }: Catalog, { kind, section, slug }: Picked): Promise<Sent> {
  const fields = kind === 'model' ? { subfield: `Field ${count()}` } : { description: `A dataset, the ${count()}th.` }
  return { op: 'edit', section: section.slug, key: slug, base: await currentRevision(db), entry: { kind, fields } as Extract<Sent, { op: 'edit' }>['entry'] }
}

/** Between sending and deciding another entry of the same section changes. */
async function staleEdit(catalog: Catalog, entry: Picked): Promise<number> {
  const proposal = await sent(catalog, await edit(catalog, entry))
  const other = await catalog.db.entry.findFirstOrThrow({ where: { section: { slug: entry.section.slug }, removed: false, id: { not: entry.id } }, select: { slug: true } })
  await accept(catalog, await sent(catalog, await edit(catalog, { ...entry, ...other })))
  return proposal
}

async function text(catalog: Catalog): Promise<number> {
  const last = (await readmePassages(catalog.db)).at(-1)
  return sent(catalog, { op: 'text', base: await currentRevision(catalog.db), above: last?.above ?? null, text: `${last?.text}\n\nThe ${catalog.count()}th line.` })
}

async function undo(catalog: Catalog, { section, slug }: Picked): Promise<number> {
  const proposal = await sent(catalog, { op: 'remove', section: section.slug, key: slug, base: await currentRevision(catalog.db), reason: 'It is gone.' })
  await accept(catalog, proposal)
  return must(await undoProposal(catalog.db, { ...(await catalog.newcomer()), role: 'maintainer' }, { proposal, rationale: 'It is back.' })).id
}

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.message} ${JSON.stringify(result.fields ?? {})}`)
  return result.value
}
