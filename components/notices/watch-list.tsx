import { entryPath, sectionPath } from '@/components/entry/paths'
import { kindNames } from '@/components/entry/words'
import { printSubject } from '@/lib/notices/subject'
import type { Watchable } from '@/lib/notices/watching'
import { WatchButton } from './watch-asked'

interface Props {
  all: boolean
  items: Watchable[]
  /** Null: they may only read. */
  change: ((form: FormData) => Promise<void>) | null
}

/** What somebody watches, each with the button that ends it, for who may; the whole catalog first. */
export function WatchList({ all, items, change }: Props) {
  return (
    <>
      <h2 className="sr-only">What you watch</h2>
      <ul className="divide-y border-y">
        <li className="flex items-center justify-between gap-4 py-3">
          <div>
            <p className="font-medium">The whole catalog</p>
            <p className="text-sm text-muted">{all ? 'You are told of everything.' : items.length > 0 ? 'You are told of what stands below.' : 'You watch nothing yet. The pages of entries and sections have a button for it.'}</p>
          </div>
          {change && <WatchButton subject={{ what: 'all' }} watched={all} change={change} />}
        </li>
        {items.map((item) => (
          <li key={printSubject(item.subject)} className="flex items-center justify-between gap-4 py-3">
            <div className="min-w-0">
              <a href={item.entry ? entryPath(item.entry) : sectionPath(item.section?.slug ?? '')} className="link font-medium wrap-anywhere">{item.name}</a>
              <p className="text-sm text-muted">{item.entry ? `${kindNames[item.entry.kind].one} in ${item.section?.heading ?? ''}` : 'Section'}</p>
            </div>
            {change && <WatchButton subject={item.subject} watched change={change} />}
          </li>
        ))}
      </ul>
    </>
  )
}
