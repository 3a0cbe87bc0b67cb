import type { ReactNode } from 'react'
import { EntryFields } from '@/components/entry/entry-fields'
import { EntryTable } from '@/components/entry/entry-table'
import { kindNames } from '@/components/entry/words'
import type { ReviewedChange } from '@/lib/proposals/change-view'
import type { EntryView } from '@/lib/catalog/view'
import { DuplicateList } from './duplicate-list'
import { evidenceBeneath } from './evidence'

/** One proposed entry: what it may repeat, its row as the catalog will show it, and each of its fields. */
export function ChangeCard({ item, reviews, children }: { item: ReviewedChange & { op: 'add' }; reviews: boolean; children?: ReactNode }) {
  const { section, where, duplicates, entry } = item
  const beneath = evidenceBeneath(item.evidence)
  const view = { ...(item.view as EntryView), slug: entry?.slug ?? '' }
  return (
    <section className="space-y-5">
      <h2 className="text-xl font-semibold">
        {kindNames[view.kind].one} in {section.heading}
        <span className="mt-1 block text-sm font-normal tracking-normal text-muted">{where}</span>
      </h2>
      <DuplicateList duplicates={duplicates} reviews={reviews} />
      <div>
        <h3 className="mb-2 text-sm font-medium text-muted">As the catalog shows it</h3>
        <div className="overflow-hidden rounded-lg border bg-surface px-4 py-2">
          <EntryTable kind={view.kind} caption={`${view.name} as the catalog shows it`} columns={view.section.columns} entries={[view]} />
        </div>
      </div>
      <div>
        <h3 className="mb-2 text-sm font-medium text-muted">All its fields</h3>
        {beneath.has('Name') && <div className="mb-3 text-sm"><span className="font-medium">{view.name}</span>{beneath.get('Name')}</div>}
        <EntryFields entry={view.entry} made={view} beneath={beneath} />
      </div>
      {children}
    </section>
  )
}
