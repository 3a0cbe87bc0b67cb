import { useMemo } from 'react'
import type { SectionFrame } from '@/lib/readme/preview'
import { rowFindings } from './row-findings'

interface Props {
  sections: readonly SectionFrame[]
  /** The slug of the row's section. */
  section: string
  /** The row's line as the README has it; null of a new one. */
  before: string | null
  /** As it will have it; null while it is not complete. */
  line: string | null
}

/** What a reviewer would be told of the row, told while there is time to mend it. */
export function RowChecks({ sections, section: slug, before, line }: Props) {
  const found = useMemo(() => {
    const section = sections.find((one) => one.slug === slug)
    return section && line !== null ? rowFindings(section, before, line) : []
  }, [sections, slug, before, line])
  if (found.length === 0) return null
  return (
    <div className="flex flex-col gap-2 text-sm">
      <h3 className="font-medium">What the checks found</h3>
      <ul className="list-disc space-y-1 pl-5">
        {found.map(({ rule, message, place }) => <li key={`${rule}:${place.column}`} className="wrap-anywhere">{message}</li>)}
      </ul>
    </div>
  )
}
