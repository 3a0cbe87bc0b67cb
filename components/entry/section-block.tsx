import type { SectionView } from '@/lib/catalog/queries'
import { EntryTable } from './entry-table'
import { sectionPath } from './paths'
import { counted, countedTo } from './words'

interface Props {
  section: SectionView
  /** What narrows the list, to be kept on the way to the section's own page. */
  filter: { q?: string; subfield?: string }
}

/** A section on the home page, under its heading. */
export function SectionBlock({ section, filter }: Props) {
  const { slug, heading, kind, columns, size, entries, more, matched } = section
  const id = `section-${slug}`
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="flex flex-wrap items-baseline gap-x-3 text-xl font-semibold">
        <a href={sectionPath(slug)} className="hover:underline">{heading}</a>
        <span className="text-sm font-normal tracking-normal text-muted">
          {matched === null ? counted(size, kind) : `${countedTo(matched, 1000)} of ${counted(size, kind)}`}
        </span>
      </h2>
      {(entries.length > 0 || more === null) && <div className="mt-3"><EntryTable kind={kind} caption={heading} columns={columns} entries={entries} /></div>}
      {more !== null && (
        <p className="mt-3 text-sm">
          <a href={sectionPath(slug, { q: filter.q, subfield: filter.subfield })} className="link">
            All {countedTo(matched ?? size, matched === null ? Infinity : 1000)} in {heading}
          </a>
        </p>
      )}
    </section>
  )
}
