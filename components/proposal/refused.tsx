import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import type { Failure } from '@/lib/errors'

const waysOn = (
  <>
    <ButtonLink href="/proposals">My proposals</ButtonLink>
    <ButtonLink href="/">The catalog</ButtonLink>
  </>
)

/** A page that this viewer may not see, said in words and with ways on. The service refused; this only tells it. */
export function Refused({ title, failure }: { title: string; failure: Failure }) {
  return (
    <EmptyState title={title} level={1} action={waysOn}>
      <p>{failure.message}</p>
    </EmptyState>
  )
}
