import type { ReactNode } from 'react'
import type { ChangeView } from '@/lib/proposals/change-view'
import { countWords } from '@/lib/proposals/title'
import { groupChanges } from './change-groups'
import { ChangeItem } from './change-item'

interface Props<Item extends ChangeView> {
  changes: readonly Item[]
  /** How many there are; those beyond the ones shown are counted beneath. */
  total: number
  reviews: boolean
  /** What stands beneath a change. */
  beneath?: ((item: Item) => ReactNode) | undefined
}

/** More changes than these are read by their headings first. */
const few = 12

/** Changes of every sort, section by section. */
export function ChangeList<Item extends ChangeView>({ changes, total, reviews, beneath }: Props<Item>) {
  return (
    <div className="space-y-8">
      {groupChanges(changes).map((group) => (
        <section key={group.key}>
          <h3 className="mb-2 flex flex-wrap items-baseline gap-x-3 font-semibold wrap-anywhere">
            {group.title}
            <span className="text-sm font-normal text-muted">{countWords(group.changes)}</span>
          </h3>
          <ul className="divide-y overflow-hidden rounded-lg border bg-surface">
            {group.changes.map((item, index) => (
              // The changes of one version never reorder.
              <ChangeItem key={index} item={item} reviews={reviews} open={total <= few}>{beneath?.(item)}</ChangeItem>
            ))}
          </ul>
        </section>
      ))}
      {total > changes.length && (
        <p className="text-sm text-muted">
          These are the first {changes.length} of {total} changes. README.md below has them all, line by line.
        </p>
      )}
    </div>
  )
}
