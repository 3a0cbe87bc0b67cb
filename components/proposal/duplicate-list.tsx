import { entryPath } from '@/components/entry/paths'
import { Notice } from '@/components/ui/notice'
import type { Duplicate } from '@/lib/proposals/duplicates'

interface Props {
  duplicates: Duplicate[]
  /** Other people's open proposals lead somewhere only for those who review them. */
  reviews: boolean
}

/** What is likely the same as a proposed entry, and why; a warning, since real lists repeat addresses for good reasons. */
export function DuplicateList({ duplicates, reviews }: Props) {
  if (duplicates.length === 0) return null
  return (
    <Notice tone="warning" title={duplicates.length === 1 ? 'A likely duplicate' : `${duplicates.length} likely duplicates`}>
      <ul>
        {duplicates.map((duplicate) => (
          <li key={duplicate.entry ? entryPath(duplicate.entry) : duplicate.proposal?.id}>
            <Which duplicate={duplicate} reviews={reviews} />: {duplicate.why}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

function Which({ duplicate: { entry, proposal }, reviews }: { duplicate: Duplicate; reviews: boolean }) {
  if (entry) return <a href={entryPath(entry)} className="link">{entry.name}</a>
  if (!proposal) return null
  return <>Open proposal {reviews ? <a href={`/review/${proposal.id}`} className="link">{proposal.title}</a> : `“${proposal.title}”`}</>
}
