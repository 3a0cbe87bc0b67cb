import type { LineClash } from '@/lib/proposals/merge-lines'

/** Lines that were changed in two ways, side by side: as they were, as the README has them, and as they were typed. */
export function LineClashes({ clashes, typed }: { clashes: readonly LineClash[]; typed: string }) {
  return (
    <ul className="mt-2 divide-y divide-warning/30 border-y border-warning/30">
      {clashes.map(({ base, ours, theirs }, index) => (
        <li key={index} className="py-3">
          <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-3">
            <Lines term="It was" lines={base} />
            <Lines term="It is now" lines={ours} />
            <Lines term={typed} lines={theirs} />
          </dl>
        </li>
      ))}
    </ul>
  )
}

function Lines({ term, lines }: { term: string; lines: readonly string[] }) {
  const said = lines.filter((line) => line.trim() !== '')
  return (
    <div className="min-w-0">
      <dt className="text-muted">{term}</dt>
      <dd className="font-mono text-[0.8125rem] leading-6 whitespace-pre-wrap wrap-anywhere">
        {said.length === 0 ? <span className="font-sans text-muted">nothing</span> : said.join('\n')}
      </dd>
    </div>
  )
}
