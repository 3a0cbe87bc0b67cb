import type { Metadata } from 'next'
import type { ComponentProps } from 'react'
import { entryPath, sectionPath, withQuery } from '@/components/entry/paths'
import { feedPath } from '@/components/site/feeds'
import { Follow } from '@/components/site/follow'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { PageHeader } from '@/components/ui/page-header'
import { Time } from '@/components/ui/time'
import { database } from '@/lib/db'
import { whatIsNew, type News, type NewItem } from '@/lib/feeds/new'
import { readSince, writeNewsCursor, readNewsCursor, writeSince, type Since } from '@/lib/feeds/since'
import { pageMetadata } from '../page-metadata'
import type { Query } from '../query'

export const dynamic = 'force-dynamic'

interface Props {
  searchParams: Promise<Query>
}

function newPath(since: Since | null, after?: string, page = '/new'): string {
  return withQuery(page, { since: since ? writeSince(since) : '', after })
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { since, after } = await searchParams
  const [asked, cursor] = [readSince(since), readNewsCursor(after)]
  const behind = cursor ? writeNewsCursor(cursor) : undefined
  const page = pageMetadata({
    title: 'What’s new',
    description: 'What was added to the catalog, changed and removed since a day or a revision.',
    path: newPath(asked, behind),
    forms: { 'application/atom+xml': feedPath('/feed', 'changes'), 'text/markdown': newPath(asked, behind, '/new.md') },
  })
  return { ...page, ...((asked || cursor) && { robots: { index: false, follow: true } }) }
}

export default async function NewPage({ searchParams }: Props) {
  const { since, after } = await searchParams
  const [asked, cursor] = [readSince(since), readNewsCursor(after)]
  const wrong = typeof since === 'string' && since.trim() !== '' && asked === null
  const news = await whatIsNew(database(), asked, cursor)
  return (
    <>
      <PageHeader title="What’s new" lead={wrong ? 'Since when?' : lead(news, asked)} />
      <form aria-label="Since when" className="mb-8 max-w-md print:hidden">
        <Field
          label="Since a day or a revision"
          help="A day like 2026-03-01, or a revision’s number."
          id="since"
          {...(wrong && { error: 'This is neither a day, like 2026-03-01, nor the number of a revision.' })}
        >
          <SinceInput name="since" defaultValue={typeof since === 'string' ? since : ''} maxLength={20} autoComplete="off" />
        </Field>
      </form>
      {!wrong && <Groups news={news} />}
      <nav aria-label="Pages" className="mt-6 flex gap-6">
        {cursor !== null && <a href={newPath(asked)} className="link">Back to the newest</a>}
        {!wrong && news.more && <a href={newPath({ revision: news.since }, writeNewsCursor(news.more))} className="link">Earlier changes</a>}
      </nav>
      <p className="mt-8 text-sm"><a href="/log" className="link">The log</a> tells who changed what, and why.</p>
      <div className="mt-2"><Follow page="/feed" /></div>
    </>
  )
}

/** The button stands beside the input alone, whatever is said beneath it. */
function SinceInput(props: ComponentProps<typeof Input>) {
  return <div className="flex gap-3"><Input {...props} /><Button>Show</Button></div>
}

function lead({ since, revision }: News, asked: Since | null): string {
  if (asked && 'day' in asked) return `What was added, changed and removed since ${writeSince(asked)}, the beginning of that day in UTC.`
  return `What was added, changed and removed since revision ${since}; the list is at revision ${revision}.`
}

function Groups({ news: { added, changed, removed, more } }: { news: News }) {
  const groups = [
    { id: 'added', title: 'Added', items: added },
    { id: 'changed', title: 'Changed', items: changed },
    { id: 'removed', title: 'Removed', items: removed },
  ].filter(({ items }) => items.length > 0)
  if (groups.length === 0) return <EmptyState title={more ? 'Nothing here that lasted' : 'Nothing is new'}>{more ? 'Go on to earlier changes below.' : 'No entry has been added, changed or removed since.'}</EmptyState>
  return (
    <div className="max-w-4xl space-y-10">
      {groups.map(({ id, title, items }) => (
        <section key={id} aria-labelledby={id}>
          <h2 id={id} className="mb-3 text-xl font-semibold">{title}</h2>
          <ul>{items.map((item) => <Item key={entryPath(item)} item={item} />)}</ul>
        </section>
      ))}
    </div>
  )
}

function Item({ item }: { item: NewItem }) {
  return (
    <li className="flex flex-wrap items-baseline gap-x-4 gap-y-0.5 border-t py-2">
      <a href={`${entryPath(item)}#r${item.revision}`} className="link font-medium wrap-anywhere">{item.name}</a>
      <a href={sectionPath(item.section.slug)} className="link-quiet text-sm">{item.section.heading}</a>
      <span className="text-sm text-muted sm:ml-auto"><Time at={item.at} dateOnly /></span>
    </li>
  )
}
