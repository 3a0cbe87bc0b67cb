import { counted, kindNames } from '@/components/entry/words'
import { homeLead } from '@/components/site/leads'
import { entryKinds } from '@/lib/catalog/entry'
import type { NewEntry } from '@/lib/catalog/news'
import type { CatalogHome } from '@/lib/catalog/queries'
import { day, entryLink, sectionLink, type About } from './about'
import { blocks, link, part, plain, points } from './markdown'

// Beside what it lists: every page that has words of its own.
const others: readonly [name: string, path: string][] = [
  ['What’s new', '/new.md'],
  ['Log of changes', '/log.md'],
  ['The list in pictures, as tables', '/stats.md'],
  ['Lineage: what models are built on and trained on', '/stats/lineage.md'],
  ['Compare up to four entries', '/compare.md'],
  ['Search', '/search.md'],
  ['Cite', '/cite.md'],
  ['The catalog for programs', '/api.md'],
  ['The whole list as one document', '/README.md'],
]

/** The home page as markdown. */
export function homeMarkdown(home: CatalogHome, about: About): string {
  const { index, news } = home
  const { origin, list, revision } = about
  const kinds = entryKinds.filter((kind) => index.some((section) => section.kind === kind))
  const latest = [...news.added.map((entry) => ({ entry, when: day(entry.at) })), ...news.published.map((entry) => ({ entry, when: String(entry.year) }))]
  const line = ({ entry, when }: { entry: NewEntry; when: string }) => `${entryLink(entry, about)}, ${kindNames[entry.kind].one.toLowerCase()} in ${plain(entry.section)} (${when})`
  return blocks(
    `# ${plain(list)}`,
    `${homeLead(home)} This is catalog revision ${revision}.`,
    part(news.added.length > 0 ? 'New in the list' : 'The newest papers', points(latest.map(line))),
    ...kinds.map((kind) =>
      part(kindNames[kind].many, points(index.filter((section) => section.kind === kind).map((section) => `${sectionLink(section, about)}: ${counted(section.size, kind)}`))),
    ),
    part('Other pages', points(others.map(([name, path]) => link(name, `${origin}${path}`)))),
  )
}
