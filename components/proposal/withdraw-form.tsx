'use client'

import { Button } from '@/components/ui/button'
import { useFormAction, type FormAction } from './form-action'
import { SendFailure } from './send-failure'

/** Takes a proposal back, in two steps; the first is a native disclosure, so that both work without JavaScript. */
export function WithdrawForm({ action, proposal, version }: { action: FormAction; proposal: number; version: number }) {
  const { state, pending, form, onReload } = useFormAction(action, (_, panel) => panel?.focus())
  return (
    <details open={state.failure ? true : undefined} className="border-t pt-3">
      <summary className="text-sm text-muted hover:text-ink">Withdraw this proposal</summary>
      <form {...form} className="mt-3 space-y-3">
        <input type="hidden" name="proposal" value={proposal} />
        <input type="hidden" name="version" value={version} />
        <p className="text-sm">It leaves the queue for good. You can still read it here; to propose it again, you start anew.</p>
        <SendFailure failure={state.failure} path={`/proposals/${proposal}`} onReload={onReload} />
        <Button variant="danger" disabled={pending} className="w-full">Yes, withdraw it</Button>
      </form>
    </details>
  )
}
