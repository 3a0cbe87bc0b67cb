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
          <li key={`${rule}:${place.line}:${place.column}`} className="flex flex-wrap items-baseline gap-x-3 gap-y-1 px-4 py-3 sm:px-5">
            <Badge tone={tones[severity]}>{words[severity]}</Badge>
            <span className="min-w-0 wrap-anywhere">{message}</span>
            <span className="text-sm text-muted">Line {place.line} of README.md</span>
          </li>
        ))}
      </ul>
      {findings.length > most && <p className="mt-2 text-sm text-muted">And {findings.length - most} more.</p>}
    </PagePart>
  )
}

const tones: Record<Severity, Tone> = { error: 'danger', warning: 'warning', note: 'neutral' }
const words: Record<Severity, string> = { error: 'Error', warning: 'Warning', note: 'Note' }
