import { entryAddress, type ChangeAt } from '@/lib/api/represent'
import type { AtomEntry, AtomFeed } from './atom'
import { changeHtml, changeTitle, type Reasons } from './change-words'

/** What a feed tells of: every change, or only what came into the catalog. */
export const feedNames = ['changes', 'added'] as const

export type FeedName = (typeof feedNames)[number]

/** Reads `?of=added`; anything else is every change. */
export function readFeedName(of: unknown): FeedName {
  return feedNames.find((name) => name === of) ?? 'changes'
}

/** A change with whom it is credited to. */
export interface FollowedChange {
  change: ChangeAt
  /** null: an import, which no person proposed. */
  proposer: string | null
  reasons: Reasons
}

/** What is followed. */
export interface Followed {
  origin: string
  /** What the list is called. */
  list: string
  /** What of it is followed: a section's heading, a search in words; null: all of it. */
  part: string | null
  of: FeedName
  /** The path and query of the feed, and of the page that it follows. */
  path: string
  page: string
  /** When the latest revision was made: when nothing is to be told, the feed is as old. */
  at: Date
  /** The year in which the list began here: whose the host was then, its ids are. */
  since: number
}

/** Makes a feed of changes, newest first. */
export function feedOf(followed: Followed, changes: readonly FollowedChange[]): AtomFeed {
  const { origin, list, part, of, path, page, at } = followed
  const what = of === 'added' ? 'New entries' : 'Changes'
  return {
    title: part === null ? `${what} · ${list}` : `${what}: ${part} · ${list}`,
    subtitle: of === 'added' ? 'What came into the list, newest first.' : 'What was added, changed and removed, newest first.',
    ...{ self: origin + path, page: origin + page, at: changes[0]?.change.at ?? at, author: list, icon: `${origin}/icon.svg` },
    entries: changes.map((change) => entryOf(followed, change)),
  }
}

// Not the page's address: an entry can change twice in one revision.
function entryOf({ origin, list, since }: Followed, { change, proposer, reasons }: FollowedChange): AtomEntry {
  return {
    id: `tag:${new URL(origin).hostname},${since}:entry/${change.id}/${change.number}`,
    url: `${entryAddress(origin, change)}#r${change.revision}`,
    ...{ title: changeTitle(change), at: change.at, author: proposer ?? list, content: changeHtml(change, reasons) },
  }
}
