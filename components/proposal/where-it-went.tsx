import { entryPath } from '@/components/entry/paths'
import type { ProposalView } from '@/lib/proposals/queries'

const most = 8

/** Where an accepted proposal can be seen. */
export function WhereItWent({ view }: { view: ProposalView }) {
  const revision = view.decisions.find(({ catalogRevision }) => catalogRevision !== null)?.catalogRevision
  const kept = view.changes.flatMap(({ op, entry }) => (entry && op !== 'remove' ? [entry] : []))
  const paths = kept.map(entryPath)
  const entries = kept.filter((_, index) => paths.indexOf(paths[index] as string) === index).slice(0, most)
  return (
    <ul className="list-disc space-y-1 pl-5">
      {entries.map((entry) => (
        <li key={entryPath(entry)}><a data-entry-link href={entryPath(entry)} className="link">{entry.name}</a> in the catalog</li>
      ))}
      <li><a href={revision ? `/r/${revision}/README.md` : '/README.md'} className="link">README.md</a> with it</li>
      <li><a href="/log" className="link">The log</a> of all changes</li>
    </ul>
  )
}
