import type { SectionView } from '@/lib/catalog/queries'
import { EntryTable } from './entry-table'
import { sectionPath } from './paths'
import { counted, countedTo } from './words'

/** A section on the home page, under its heading. */
export function SectionBlock({ section }: { section: SectionView }) {
  const { slug, heading, kind, columns, size, entries, more } = section
  const id = `section-${slug}`
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="flex flex-wrap items-baseline gap-x-3 text-xl font-semibold">
        <a href={sectionPath(slug)} className="hover:underline">{heading}</a>
        <span className="text-sm font-normal tracking-normal text-muted">
          {counted(size, kind)}
        </span>
      </h2>
      {(entries.length > 0 || more === null) && <div className="mt-3"><EntryTable kind={kind} caption={heading} columns={columns} entries={entries} /></div>}
      {more !== null && <p className="mt-3 text-sm"><a href={sectionPath(slug)} className="link">All {countedTo(size, Infinity)} in {heading}</a></p>}
    </section>
  )
}
