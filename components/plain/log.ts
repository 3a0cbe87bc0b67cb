import { personPath } from '@/components/entry/paths'
import { doneWords } from '@/components/log/done-words'
import type { LogItem } from '@/lib/catalog/log'
import { entryLink, fromList, type About } from './about'
import { blocks, link, part, plain, points, quote } from './markdown'

/** The log of changes as markdown; `further` is the path of its next page. */
export function logMarkdown(items: readonly LogItem[], further: string | null, about: About): string {
  return blocks(
    '# Log of changes',
    fromList(about),
    ...(items.length > 0 ? items.map((item) => changeMarkdown(item, about.origin)) : ['No change in the log is like that.']),
    further ? link('Earlier changes', `${about.origin}${further}`) : '',
  )
}

/** One accepted change: what, when, who proposed and who accepted it, and what both said. */
export function changeMarkdown({ revision, at, title, entries, rationale, reason, ...people }: LogItem, origin: string): string {
  const who = (id: string | null, name: string) => (id === null ? plain(name) : link(name, `${origin}${personPath(id)}.md`))
  const { proposer, decider } = people
  return part(
    title,
    `Revision ${revision}, ${at.toISOString().slice(0, 16).replace('T', ' ')} UTC: ${link('README.md', `${origin}/r/${revision}/README.md`)}.`,
    proposer === null ? '' : `Proposed by ${who(people.proposerId, proposer)}${decider === null ? '' : `, accepted by ${who(people.deciderId, decider)}`}.`,
    rationale && `The proposer:\n\n${quote(rationale)}`,
    reason && `The maintainer:\n\n${quote(reason)}`,
    points(entries.map((entry) => `${entryLink(entry, { origin })}: ${doneWords(entry)}`)),
  )
}
