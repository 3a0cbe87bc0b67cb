import { personPath } from '@/components/entry/paths'
import { citeAsBibtex, citeAsText, sayCount } from '@/lib/people/citation'
import type { Profile } from '@/lib/people/profile'
import { fromList, type About } from './about'
import { changeMarkdown } from './log'
import { blocks, fenced, link, part, plain } from './markdown'

/** Somebody's public page as markdown. */
export function personMarkdown({ id, name, contributions, items, more, revision, at }: Profile, about: About): string {
  const { origin, list } = about
  const cited = { name, list, count: contributions, revision, at, url: `${origin}${personPath(id)}` }
  return blocks(
    `# ${plain(name)}`,
    fromList(about),
    `Of them: ${sayCount(contributions)}.`,
    contributions === 0 ? '' : part('How to cite them', fenced(citeAsText(cited)), fenced(citeAsBibtex(cited), 'bibtex')),
    ...items.map((item) => changeMarkdown(item, origin)),
    more === null ? '' : link('Earlier contributions', `${origin}${personPath(id)}.md?before=${more}`),
  )
}
