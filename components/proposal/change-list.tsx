import type { ChangeView } from '@/lib/proposals/change-view'
import { countWords } from '@/lib/proposals/title'
import { groupChanges } from './change-groups'
import { ChangeItem } from './change-item'

interface Props {
  changes: readonly ChangeView[]
  /** How many there are; those beyond the ones shown are counted beneath. */
  total: number
  reviews: boolean
}

/** More changes than these are read by their headings first. */
const few = 12

/** Changes of every sort, section by section. */
export function ChangeList({ changes, total, reviews }: Props) {
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
              <ChangeItem key={index} item={item} reviews={reviews} open={total <= few} />
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
