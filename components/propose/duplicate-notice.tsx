'use client'

import { entryPath } from '@/components/entry/paths'
import { Notice } from '@/components/ui/notice'
import type { LikelyDuplicate } from './lookup'
import { NewTab } from './new-tab'
import { useDuplicates } from './propose-context'

/** What a field's value may repeat. */
export function DuplicateNotice({ field }: { field: string }) {
  return <LikelyDuplicates found={useDuplicates(field)} />
}

/** What something may repeat. A warning: the person knows better, so nothing is blocked. */
export function LikelyDuplicates({ found }: { found: readonly LikelyDuplicate[] }) {
  return (
    <div aria-live="polite" className="empty:-mt-5">
      {found.length > 0 && (
        <Notice tone="warning" title={found.length === 1 ? 'Is this it already?' : 'Is it one of these already?'}>
          <ul className="mt-1 flex flex-col gap-1">
            {found.map((duplicate) => <li key={keyOf(duplicate)}><Likely {...duplicate} /></li>)}
          </ul>
          <p className="mt-1 text-muted">If yours is another one, go on: this is no obstacle.</p>
        </Notice>
      )}
    </div>
  )
}

function keyOf({ entry, proposal }: LikelyDuplicate): string {
  return entry ? entryPath(entry) : `proposal ${proposal?.id}`
}

function Likely({ why, entry, proposal, readable }: LikelyDuplicate) {
  if (entry) return <><NewTab href={entryPath(entry)}>{entry.name}</NewTab>, in the catalog: {why}</>
  if (!proposal) return why
  return (
    <>
      {readable ? <NewTab href={`/proposals/${proposal.id}`}>{proposal.title}</NewTab> : `“${proposal.title}”`}
      , an open proposal: {why}
    </>
  )
}
