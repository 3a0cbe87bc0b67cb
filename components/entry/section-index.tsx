import { entryKinds, type EntryKind } from '@/lib/catalog/entry'
import { countedTo, kindNames } from './words'

interface Props {
  sections: { slug: string; heading: string; kind: EntryKind; count: number }[]
}

/** The sections by kind, each leading down to its table. */
export function SectionIndex({ sections }: Props) {
  return (
    <nav aria-label="Sections" className="grid grid-cols-2 gap-x-6 gap-y-4 text-sm xl:grid-cols-1">
      {entryKinds.map((kind) => {
        const own = sections.filter((section) => section.kind === kind)
        return own.length === 0 ? null : (
          <div key={kind}>
            <p className="mb-1 font-medium">{kindNames[kind].many}</p>
            <ul>
              {own.map(({ slug, heading, count }) => (
                <li key={slug}>
                  <a href={`#section-${slug}`} className="flex justify-between gap-3 py-0.5 text-muted hover:text-accent">
                    <span>{heading}</span>
                    <span className="tabular-nums">{countedTo(count, 1000)}</span>
                  </a>
                </li>
              ))}
            </ul>
          </div>
        )
      })}
    </nav>
  )
}
