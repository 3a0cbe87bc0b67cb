import type { Filter } from '@/lib/catalog/queries'
import { withQuery } from './paths'
import { kindNames } from './words'

interface Props {
  filter: Filter
  /** The heading of the section filtered by. */
  heading: string | undefined
}

/** What the list is narrowed by; each chip takes its filter away. */
export function FilterChips({ filter, heading }: Props) {
  const chips = [
    { key: 'q', name: 'Search', value: filter.q },
    { key: 'kind', name: 'Kind', value: filter.kind && kindNames[filter.kind].many },
    { key: 'section', name: 'Section', value: heading ?? filter.section },
    { key: 'subfield', name: 'Subfield', value: filter.subfield },
  ].filter(({ value }) => value)
  if (chips.length === 0) return null
  return (
    <ul aria-label="Active filters" className="flex flex-wrap items-center gap-2 text-sm">
      {chips.map(({ key, name, value }) => (
        <li key={key} className="max-w-full">
          <a
            href={withQuery('/', { ...filter, [key]: undefined })}
            className="flex items-center gap-2 rounded-full bg-accent-soft px-3 py-1 text-accent hover:text-accent-strong"
          >
            <span className="sr-only">Remove the filter</span>
            <span className="min-w-0 truncate">{name}: <span className="font-medium">{value}</span></span>
            <span aria-hidden="true">×</span>
          </a>
        </li>
      ))}
      <li><a href="/" className="link px-1">Clear all</a></li>
    </ul>
  )
}
