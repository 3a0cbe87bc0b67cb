'use client'

import { Button } from '@/components/ui/button'
import { useFormAction, type FormAction } from './form-action'
import { SendFailure } from './send-failure'

/** Takes a proposal back into the tray. */
export function PutBackForm({ action, proposal, version }: { action: FormAction; proposal: number; version: number }) {
  const { state, pending, form, onReload } = useFormAction(action, (_, panel) => panel?.focus())
  return (
    <section tabIndex={-1} aria-label="Take it back into the tray" className="max-w-2xl">
      <form {...form} className="space-y-4">
        <input type="hidden" name="proposal" value={proposal} />
        <input type="hidden" name="version" value={version} />
        <p className="text-sm text-muted">This proposal is withdrawn, and can still be read. What you send from your tray is a new one.</p>
        <SendFailure failure={state.failure} path={`/proposals/${proposal}`} onReload={onReload} />
        {state.failure?.fields && <p role="alert" className="text-sm text-danger">{state.failure.message}</p>}
        <Button variant="primary" aria-disabled={pending}>{pending ? 'Taking it back…' : 'Put its changes into my tray'}</Button>
      </form>
    </section>
  )
}
