import { BadgeCheck, ClipboardPaste } from 'lucide-react'
import type { ReactNode } from 'react'
import { ExternalLink } from '@/components/ui/external-link'
import type { Evidence } from '@/lib/lookup/evidence'
import { evidenceByField, type Borne } from './evidence-words'

/** What look-ups bore out, to stand beneath the fields that it is about, by their labels. */
export function evidenceBeneath(evidence: readonly Evidence[]): Map<string, ReactNode> {
  return new Map([...evidenceByField(evidence)].map(([label, borne]) => [label, <BorneOut key={label} borne={borne} />]))
}

const icon = 'size-4 shrink-0 translate-y-0.5 self-start'

/** Who says the same as the proposer, as the portal itself was told. */
function BorneOut({ borne }: { borne: readonly Borne[] }) {
  return (
    <ul className="mt-1 space-y-0.5 text-sm text-muted">
      {borne.map(({ service, page, day, what }) => (
        <li key={`${service} ${page} ${day}`} className="flex items-baseline gap-1.5">
          {page === null ? <ClipboardPaste aria-hidden className={icon} /> : <BadgeCheck aria-hidden className={`${icon} text-success`} />}
          <span className="min-w-0">
            {what === '' ? 'As' : `${what} as`} {page === null ? `in the ${service} that was pasted` : <>on <ExternalLink href={page} look="link-quiet">{service}</ExternalLink></>}, <span className="whitespace-nowrap">{day}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}
