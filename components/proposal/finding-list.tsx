import { Badge, type Tone } from '@/components/ui/badge'
import { PagePart } from '@/components/ui/page-part'
import type { Severity } from '@/lib/lint/finding'
import type { NewFinding } from '@/lib/proposals/new-findings'

const most = 50

/** What the linter finds in the README that changes would make, and did not find before. */
export function FindingList({ findings }: { findings: readonly NewFinding[] }) {
  if (findings.length === 0) return null
  return (
    <PagePart title="What the checks found">
      <ul className="divide-y overflow-hidden rounded-lg border bg-surface">
        {findings.slice(0, most).map(({ rule, severity, message, place }) => (
          <li key={`${rule}:${place.line}:${place.column}`} className="grid grid-cols-[4.5rem_minmax(0,1fr)] items-baseline gap-x-3 px-4 py-3 sm:px-5">
            <span><Badge tone={tones[severity]}>{words[severity]}</Badge></span>
            <p className="wrap-anywhere">
              {message}
              <span className="block text-sm text-muted">Line {place.line} of README.md</span>
            </p>
          </li>
        ))}
      </ul>
      {findings.length > most && <p className="mt-2 text-sm text-muted">And {findings.length - most} more.</p>}
    </PagePart>
  )
}

const tones: Record<Severity, Tone> = { error: 'danger', warning: 'warning', note: 'neutral' }
const words: Record<Severity, string> = { error: 'Error', warning: 'Warning', note: 'Note' }
