'use client'

import { Button, ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'

/** What a visitor sees of a bug: that it was ours, the number under which the server's log has it, and ways on. */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <EmptyState
      title="Something went wrong on our side"
      level={1}
      action={
        <>
          <Button variant="primary" type="button" onClick={reset}>Try again</Button>
          <ButtonLink href="/">The catalog</ButtonLink>
        </>
      }
    >
      <p>This page could not be made. Nothing that was saved is lost.</p>
      {error.digest && <p className="mt-2 text-sm">The server’s log has it as {error.digest}.</p>}
    </EmptyState>
  )
}
