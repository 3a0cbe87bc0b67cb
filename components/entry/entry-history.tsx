import { FieldChange } from '@/components/proposal/field-change'
import { ChangeRecord } from '@/components/site/change-record'
import { Time } from '@/components/ui/time'
import type { EntryHistory as Revision } from '@/lib/catalog/entry-history'
import { personPath } from './paths'

interface Props {
  history: readonly Revision[]
  /** What else the page tells of: addresses lead to the first that is of a catalog revision. */
  beside?: readonly Revision[]
}

/** An entry's revisions, newest first, each with what it made other. */
export function EntryHistory({ history, beside = [] }: Props) {
  const known = new Set(beside.map(({ revision }) => revision))
  return history.map((item) => (
    <ChangeRecord key={item.number} item={item} isAddressed={!known.has(item.revision)}>
      {words(item) && <p className="text-sm">{words(item)}</p>}
      {item.steps.length > 0 && <dl className="@container">{item.steps.map((step) => <FieldChange key={step.label} step={step} />)}</dl>}
    </ChangeRecord>
  ))
}

function words({ did, moved, steps, proposal }: Revision): string {
  if (moved) return `It moved from ${moved.from} to ${moved.to}.`
  if (did === 'listed' && proposal !== null) return 'It came into the list.'
  if (did === 'removed') return 'It was taken out of the list.'
  if (did === 'returned') return steps.length > 0 ? 'It came back into the list, changed.' : 'It came back into the list.'
  return did === 'kept' ? 'Its place in the table or the spacing of its line changed, and nothing that it says.' : ''
}

/** Since when an entry is listed and by whom, and when it changed last. */
export function EntryOrigin({ history }: { history: readonly Revision[] }) {
  const first = history.findLast(({ number }) => number === 1)
  const last = history.at(0)
  if (!first || !last) return null
  const { proposer, proposerId } = first
  return (
    <p className="text-sm text-muted">
      Listed since <Time at={first.at} dateOnly />
      {proposer ? <>, proposed by {proposerId ? <a href={personPath(proposerId)} className="link">{proposer}</a> : proposer}</> : ', from the README'}
      {last.number > 1 && <> · changed <Time at={last.at} dateOnly /></>} · <a href="#history" className="link">history</a>
    </p>
  )
}
