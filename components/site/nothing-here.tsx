import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'

/** What stands at an address that leads nowhere. */
export function NothingHere() {
  return (
    <EmptyState
      title="There is nothing at this address"
      level={1}
      action={
        <>
          <ButtonLink href="/" variant="primary">The catalog</ButtonLink>
          <ButtonLink href="/log">The log of changes</ButtonLink>
        </>
      }
    >
      <p>The entry may never have been listed, or the address has a slip. Search the catalog for its name.</p>
    </EmptyState>
  )
}
