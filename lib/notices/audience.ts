import type { EventKind } from '@/prisma/generated/enums'
import type { NoticeKind } from './kinds'

/**
 * Who is told: whoever proposed it; whoever proposed what it undoes; all who said, decided or amended something of it; who watches what it
 * is about, or what it changed.
 */
export type Audience = 'proposer' | 'undone' | 'participants' | 'watchers of the proposal' | 'watchers of the change'

/**
 * Who is told what of an event. The first that fits somebody counts: nobody is told of one event twice, nor of their own doing.
 * Watchers are told that something is proposed and that it was accepted, and not of the talk between.
 */
export function audiencesOf(event: EventKind): [NoticeKind, Audience][] {
  return audiences[event] ?? []
}

const audiences: Partial<Record<EventKind, [NoticeKind, Audience][]>> = {
  submitted: [['undone', 'undone'], ['proposed', 'watchers of the proposal']],
  resubmitted: [['revised', 'participants'], ['proposed', 'watchers of the proposal']],
  accepted: [['decided', 'proposer'], ['changed', 'watchers of the change']],
  rejected: [['decided', 'proposer']],
  changes_requested: [['changes_requested', 'proposer']],
  amended: [['amended', 'proposer']],
  commented: [['commented', 'participants']],
}
