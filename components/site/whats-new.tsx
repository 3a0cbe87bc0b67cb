import type { ReactNode } from 'react'
import { entryPath } from '@/components/entry/paths'
import { kindNames } from '@/components/entry/words'
import { Time } from '@/components/ui/time'
import type { NewEntry, News } from '@/lib/catalog/news'

/** What came into the list last; where that is little, what was published last. */
export function WhatsNew({ news: { added, published } }: { news: News }) {
  return (
    <section aria-labelledby="new">
      <div className="mb-1 flex items-baseline justify-between gap-3">
        <h2 id="new" className="text-lg font-semibold">{added.length > 0 ? 'New in the list' : 'The newest papers'}</h2>
        <a href="/new" className="link text-sm">What’s new since …</a>
      </div>
      {added.length > 0 && <List>{added.map((entry) => <Item key={entryPath(entry)} entry={entry} when={<Time at={entry.at} dateOnly />} />)}</List>}
      {added.length > 0 && published.length > 0 && <h3 className="mt-4 mb-1 text-sm text-muted">The newest papers</h3>}
      {published.length > 0 && <List>{published.map((entry) => <Item key={entryPath(entry)} entry={entry} when={entry.year} />)}</List>}
    </section>
  )
}

function List({ children }: { children: ReactNode }) {
  return <ul className="border-b">{children}</ul>
}

function Item({ entry, when }: { entry: NewEntry; when: ReactNode }) {
  return (
    <li className="flex items-baseline justify-between gap-3 border-t py-1.5">
      <span className="min-w-0">
        <a href={entryPath(entry)} className="link-bare font-medium wrap-anywhere">{entry.name}</a>{' '}
        <span className="text-sm text-muted">{kindNames[entry.kind].one} in {entry.section}</span>
      </span>
      <span className="shrink-0 text-sm text-muted">{when}</span>
    </li>
  )
}
