import type { ReactNode } from 'react'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'

/** Why a proposal gets no new version. */
export function NotNow({ id, level = 1, children }: { id: number; level?: 1 | 2; children: ReactNode }) {
  return (
    <EmptyState
      level={level}
      title="This proposal can’t be revised"
      action={<ButtonLink href={`/proposals/${id}`}>See the proposal</ButtonLink>}
    >
      <p>{children}</p>
    </EmptyState>
  )
}
