import { kindOf, type EntryKind, type ReadEntry } from '@/lib/catalog/entry'
import { identitiesOf } from '@/lib/catalog/identity'
import { stepsOf } from '@/lib/readme/changes/content'
import type { Frame } from '@/lib/readme/frame'
import type { ApiChange, ApiEntry, ApiRevision, ApiSection, ApiState } from './schemas'

/** An entry as it stood at a catalog revision, read out of its history. */
export interface EntryAt {
  id: string
  kind: EntryKind
  slug: string
  name: string
  section: { slug: string; heading: string }
  rank: string
  /** The catalog revision that made it so, and when that was. */
  revision: number
  at: Date
  entry: ReadEntry
}

/** A section at a catalog revision; `size` is null of the past, where nobody counted. */
export interface SizedSection {
  slug: string
  kind: EntryKind
  heading: string
  frame: Frame
  size: number | null
}

/** A catalog revision, with whom it is credited to. */
export interface RevisionAt extends Omit<ApiRevision, 'at' | 'readme'> {
  at: Date
}

/** The page of an entry, in full. */
export function entryAddress(origin: string, { kind, slug }: Pick<EntryAt, 'kind' | 'slug'>): string {
  return `${origin}/${kindOf(kind).words.many}/${slug}`
}

/** An entry as the API tells it. */
export function tellEntry(origin: string, { kind, id, slug, name, section, rank, revision, at, entry }: EntryAt): ApiEntry {
  const { fields, raw, more } = entry
  const identities = identitiesOf(entry).map((identity) => identity.slice(kind.length + 1)).filter((identity) => !identity.startsWith('name:'))
  return {
    ...{ kind, id, slug, name, url: entryAddress(origin, { kind, slug }), section, rank, revision },
    ...{ updatedAt: at.toISOString(), identities, fields, raw, more },
  } as ApiEntry
}

/** What stood in the catalog of an entry: null, where it was not listed. */
export interface StateAt extends Pick<EntryAt, 'name' | 'section' | 'rank' | 'entry'> {
  removed: boolean
}

/** One revision of an entry with what stood before. */
export interface ChangeAt extends Pick<EntryAt, 'id' | 'kind' | 'slug' | 'revision' | 'at'> {
  number: number
  proposal: number | null
  before: StateAt | null
  after: StateAt
}

/** A change as the API tells it. */
export function tellChange(origin: string, change: ChangeAt): ApiChange {
  const { id, kind, slug, revision, at, number, proposal } = change
  const [before, after] = [listed(change.before), listed(change.after)]
  const [placed, said] = change.before && before && after ? [placedOtherwise(before, after), saidOtherwise(change.before, change.after)] : [[], []]
  const changed = [...placed, ...said]
  return {
    ...{ revision, at: at.toISOString(), number, op: opOf(change, placed.length > 0 && said.length === 0) },
    ...{ entry: { id, kind, slug, url: entryAddress(origin, { kind, slug }) }, proposal, changed, before, after },
  }
}

function opOf({ before, after }: ChangeAt, isMoved: boolean): ApiChange['op'] {
  if (after.removed) return 'removed'
  if (before === null) return 'added'
  if (before.removed) return 'restored'
  return isMoved ? 'moved' : 'edited'
}

function placedOtherwise(before: ApiState, after: ApiState): string[] {
  return [...(before.section.slug === after.section.slug ? [] : ['section']), ...(before.rank === after.rank ? [] : ['rank'])]
}

/** The fields and columns that say something else; a column that becomes a field, or ceases to be one, once. */
function saidOtherwise(before: StateAt, after: StateAt): string[] {
  const { fields = {}, raw = {}, more = {} } = stepsOf(before.entry, after.entry) ?? {}
  return [...new Set([...Object.keys(more), ...Object.keys(raw), ...Object.keys(fields)])]
}

function listed(state: StateAt | null): ApiState | null {
  if (state === null || state.removed) return null
  const { name, section, rank, entry } = state
  return { name, section, rank, fields: entry.fields, raw: entry.raw, more: entry.more }
}

/**
 * A section as the API tells it, `revision` being the one that was asked for: then without its size, also while that is the latest, as what such an
 * address tells stays when it is not the latest any more.
 */
export function tellSection(origin: string, { slug, kind, heading, frame, size }: SizedSection, revision: number | undefined): ApiSection {
  const then = revision === undefined ? '' : `&revision=${revision}`
  return {
    ...{ slug, kind, heading, size: revision === undefined ? size : null, url: `${origin}/sections/${slug}`, entries: `${origin}/api/v1/entries?section=${slug}${then}` },
    columns: frame.columns.map((key, index) => ({ key, header: frame.header[index] ?? '' })),
  }
}

/** A catalog revision as the API tells it. */
export function tellRevision(origin: string, item: RevisionAt): ApiRevision {
  const { revision, at, title, rationale, reason, proposal, proposer, decider } = item
  return { revision, at: at.toISOString(), title, rationale, reason, proposal, proposer, decider, readme: `${origin}/r/${revision}/README.md` }
}
