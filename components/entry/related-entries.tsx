import type { ReactNode } from 'react'
import { searchPath } from '@/components/search/search-path'
import type { EntryKind } from '@/lib/catalog/entry'
import type { Related, SharedPart } from '@/lib/catalog/related'
import { EntryList } from './entry-list'
import { countedTo } from './words'

/** Entries that are made of the same, or lead to the same paper or code. */
export function RelatedEntries({ related: { shared, sameWork } }: { related: Related }) {
  if (shared.length === 0 && sameWork.length === 0) return null
  return (
    <section aria-labelledby="related">
      <h2 id="related" className="mb-3 text-xl font-semibold">Related</h2>
      <dl className="border-b">
        {sameWork.length > 0 && <Group term="Same paper, code or page"><EntryList entries={sameWork} /></Group>}
        {shared.map((part) => (
          <Group key={`${part.facet} ${part.key}`} term={<>{part.facet === 'base' ? 'Also built on' : 'Also trained on'} <span className="font-medium text-ink">{part.label}</span></>}>
            <EntryList entries={part.entries} />
            <All part={part} />
          </Group>
        ))}
      </dl>
    </section>
  )
}

function Group({ term, children }: { term: ReactNode; children: ReactNode }) {
  return (
    <div className="grid items-baseline gap-x-8 gap-y-1 border-t py-3 sm:grid-cols-[10rem_1fr]">
      <dt className="text-sm text-muted wrap-anywhere">{term}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  )
}

function All({ part: { facet, key, label, others, entries } }: { part: SharedPart }) {
  if (others <= entries.length) return null
  return <p className="mt-1 text-sm"><a href={searchPath({ [facet]: [key] })} className="link">All {countedTo(others + 1, 1000)} with {label}</a></p>
}

/** Models that are made of an entry. Of a dataset that none uses the page says so. */
export function UsedBy({ kind, slugKey, related: { usedBy, usedByCount } }: { kind: EntryKind; slugKey: string; related: Related }) {
  if (usedBy.length === 0 && kind !== 'dataset') return null
  const [one, many, how] = kind === 'dataset' ? ['was', 'were', 'pre-trained on it'] : ['is', 'are', 'built on it']
  const facet = kind === 'dataset' ? 'data' : 'base'
  return (
    <section aria-labelledby="used-by">
      <h2 id="used-by" className="mb-3 text-xl font-semibold">Used by</h2>
      {usedBy.length === 0 ? (
        <p className="text-muted">No model of the catalog names it as its pre-training data.</p>
      ) : (
        <>
          <p className="mb-2 text-sm text-muted">{usedByCount === 1 ? `1 model of the catalog ${one}` : `${countedTo(usedByCount, Infinity)} models of the catalog ${many}`} {how}{usedByCount > usedBy.length && '; some of them are'}{usedByCount > usedBy.length ? ':' : '.'}</p>
          <EntryList entries={usedBy} />
          {usedByCount > usedBy.length && <p className="mt-1 text-sm"><a href={searchPath({ [facet]: [slugKey] })} className="link">All {countedTo(usedByCount, 1000)}</a></p>}
        </>
      )}
    </section>
  )
}
