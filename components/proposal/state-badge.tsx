import { Badge } from '@/components/ui/badge'
import type { ProposalState } from '@/prisma/generated/enums'
import { stateLabels } from './state-words'

/** A proposal's state in words and colour. */
export function StateBadge({ state }: { state: ProposalState }) {
  const { label, tone } = stateLabels[state]
  return <Badge tone={tone}>{label}</Badge>
}
