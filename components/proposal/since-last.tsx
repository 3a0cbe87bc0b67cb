import { Badge, type Tone } from '@/components/ui/badge'
import { PagePart } from '@/components/ui/page-part'
import type { ProposalView } from '@/lib/proposals/queries'
import { FieldChange } from './field-change'

const sorts: Record<NonNullable<ProposalView['since']>['steps'][number]['sort'], { label: string; tone: Tone }> = {
  kept: { label: 'Changed', tone: 'info' },
  new: { label: 'New', tone: 'success' },
  dropped: { label: 'Dropped', tone: 'danger' },
}

/** What a new version says otherwise than the one that was read before. */
export function SinceLast({ since: { version, steps } }: { since: NonNullable<ProposalView['since']> }) {
  return (
    <PagePart title={`Since version ${version}`}>
      {steps.length === 0 ? (
        <p className="text-muted">It proposes the same; only the note may differ.</p>
      ) : (
        <ul className="divide-y overflow-hidden rounded-lg border bg-surface">
          {steps.map(({ sort, title, steps: fields }, index) => (
            // The changes of one version never reorder.
            <li key={index} className="space-y-3 px-4 py-4 sm:px-5">
              <p className="flex flex-wrap items-baseline gap-3"><Badge tone={sorts[sort].tone}>{sorts[sort].label}</Badge><span className="font-medium wrap-anywhere">{title}</span></p>
              {fields.length > 0 && <dl className="@container">{fields.map((step) => <FieldChange key={step.label} step={step} />)}</dl>}
            </li>
          ))}
        </ul>
      )}
    </PagePart>
  )
}
