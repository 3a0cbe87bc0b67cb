import { searchPath } from '@/components/search/search-path'
import { entryKinds, type EntryKind } from '@/lib/catalog/entry'
import { sectionPath } from './paths'
import { counted, countedTo, kindNames } from './words'

interface Props {
  sections: readonly { slug: string; heading: string; kind: EntryKind; size: number }[]
}

/** Of a kind with more sections the others are found by filters: nobody reads through hundreds of headings. */
const mostOfKind = 24

/** The sections by kind with their sizes, each leading to its page. */
export function SectionIndex({ sections }: Props) {
  const kinds = entryKinds.filter((kind) => sections.some((section) => section.kind === kind))
  return (
    <nav aria-label="Sections" className="grid gap-x-10 gap-y-6 sm:grid-cols-2">
      {kinds.map((kind) => {
        const own = sections.filter((section) => section.kind === kind)
        return (
          <section key={kind} aria-labelledby={`sections-${kind}`}>
            <h2 id={`sections-${kind}`} className="mb-1 flex items-baseline justify-between gap-3 text-lg font-semibold">
              <a href={searchPath({ kind: [kind] })} className="hover:underline">{kindNames[kind].many}</a>
              <span className="text-sm font-normal text-muted">{countedTo(own.reduce((sum, { size }) => sum + size, 0), Infinity)}</span>
            </h2>
            <ul className="border-b">
              {own.slice(0, mostOfKind).map(({ slug, heading, size }) => (
                <li key={slug} className="border-t">
                  <a href={sectionPath(slug)} className="flex justify-between gap-3 py-1.5 hover:text-accent">
                    <span className="min-w-0 wrap-anywhere">{heading}</span>
                    <span className="text-muted" aria-hidden="true">{countedTo(size, Infinity)}</span>
                    <span className="sr-only">, {counted(size, kind)}</span>
                  </a>
                </li>
              ))}
            </ul>
            {own.length > mostOfKind && <p className="mt-2 text-sm"><a href={searchPath({ kind: [kind] })} className="link">And {own.length - mostOfKind} more: all {kindNames[kind].many.toLowerCase()}</a></p>}
          </section>
        )
      })}
    </nav>
  )
}
