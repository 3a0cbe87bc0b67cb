'use client'

import { useFormAction, type FormAction } from '@/components/proposal/form-action'
import { SendFailure } from '@/components/proposal/send-failure'
import { Button } from '@/components/ui/button'

/** Takes an amendment back: the change is accepted as it was sent. */
export function UnamendForm({ proposal, version, ordinal, action }: { proposal: number; version: number; ordinal: number; action: FormAction }) {
  const { state, pending, form, onReload } = useFormAction(action, () => {})
  return (
    <form {...form} className="contents">
      <input type="hidden" name="proposal" value={proposal} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="ordinal" value={ordinal} />
      <Button size="small" disabled={pending}>Take it as it was sent</Button>
      <SendFailure failure={state.failure} path={`/review/${proposal}`} onReload={onReload} />
    </form>
  )
}
