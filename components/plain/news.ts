import { withQuery } from '@/components/entry/paths'
import type { NewItem, News } from '@/lib/feeds/new'
import { writeNewsCursor } from '@/lib/feeds/since'
import { day, entryLink, fromList, sectionLink, type About } from './about'
import { blocks, link, part, points } from './markdown'

/** What is new, as markdown. */
export function newsMarkdown(news: News, about: About): string {
  const item = ({ section, at, revision, ...entry }: NewItem) =>
    `${entryLink(entry, about)} in ${sectionLink(section, about)}, ${day(at)}, revision ${revision}`
  const groups = ([['Added', news.added], ['Changed', news.changed], ['Removed', news.removed]] as const).map(([title, items]) => part(title, points(items.map(item))))
  const further = news.more && withQuery('/new.md', { since: String(news.since), after: writeNewsCursor(news.more) })
  return blocks(
    '# What’s new',
    fromList(about),
    `What was added, changed and removed since revision ${news.since}; another is asked for by \`?since=\` with its number, or with a day like 2026-03-01.`,
    ...(groups.some((group) => group !== '') ? groups : ['Nothing is new.']),
    further ? link('Earlier changes', `${about.origin}${further}`) : '',
  )
}
