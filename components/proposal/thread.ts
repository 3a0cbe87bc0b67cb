import type { ProposalView } from '@/lib/proposals/queries'

type Version = ProposalView['versions'][number]
type Decision = ProposalView['decisions'][number]

/** One step of what was sent, asked and answered. */
export type ThreadItem = { type: 'sent'; version: Version } | { type: 'decided'; decision: Decision }

/** A proposal's versions and decisions as one conversation, oldest first: each version, then what was said of it. */
export function threadOf({ versions, decisions }: Pick<ProposalView, 'versions' | 'decisions'>): ThreadItem[] {
  return versions
    .toSorted((a, b) => a.number - b.number)
    .flatMap((version) => [
      { type: 'sent' as const, version },
      ...decisions
        .filter((decision) => decision.version === version.number)
        .map((decision) => ({ type: 'decided' as const, decision })),
    ])
}
