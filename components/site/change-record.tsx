import type { ReactNode } from 'react'
import { personPath } from '@/components/entry/paths'
import { Time } from '@/components/ui/time'
import type { LogItem } from '@/lib/catalog/log'

interface Props {
  item: Pick<LogItem, 'revision' | 'at' | 'title' | 'proposer' | 'decider' | 'proposerId' | 'deciderId' | 'reason' | 'rationale'>
  /** Whether the page's address can lead to it by its revision. */
  isAddressed?: boolean
  children?: ReactNode
}

/** One accepted change: what, when, who proposed and who accepted it, and what both said. */
export function ChangeRecord({ item, isAddressed = true, children }: Props) {
  const { revision, at, title, proposer, decider, proposerId, deciderId, reason, rationale } = item
  return (
    <article id={isAddressed ? `r${revision}` : undefined} className="grid gap-x-8 gap-y-1 border-t py-5 sm:grid-cols-[11rem_1fr]">
      <p className="text-sm text-muted sm:pt-0.5"><Time at={at} /></p>
      <div className="min-w-0 space-y-2">
        <h3 className="font-medium wrap-anywhere">{title}</h3>
        {proposer && (
          <p className="text-sm text-muted">
            Proposed by <Person id={proposerId} name={proposer} />{decider && <>, accepted by <Person id={deciderId} name={decider} /></>}
          </p>
        )}
        <Said who="Proposer" words={rationale} />
        <Said who="Maintainer" words={reason} />
        {children}
        <p className="text-sm">
          <a href={`/r/${revision}/README.md`} download={`README-r${revision}.md`} className="link">README.md at revision {revision}</a>
        </p>
      </div>
    </article>
  )
}

/** By the name that they had then. */
function Person({ id, name }: { id: string | null; name: string }) {
  return id ? <a href={personPath(id)} className="link">{name}</a> : <span className="text-ink">{name}</span>
}

function Said({ who, words }: { who: string; words: string }) {
  if (!words) return null
  return (
    <figure className="border-l-2 pl-3 text-sm">
      <figcaption className="text-muted">{who}</figcaption>
      <blockquote className="max-w-prose whitespace-pre-wrap wrap-anywhere">{words}</blockquote>
    </figure>
  )
}
