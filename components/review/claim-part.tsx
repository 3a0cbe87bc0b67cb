'use client'

import { useFormAction, type FormAction } from '@/components/proposal/form-action'
import { SendFailure } from '@/components/proposal/send-failure'
import { Button } from '@/components/ui/button'

interface Props {
  proposal: number
  /** Who says to be reviewing it; `own`: the viewer. */
  claim: { name: string; until: string; own: boolean } | null
  take: FormAction
  release: FormAction
}

/** Who reviews it, so that two do not do the same work; nobody is kept from deciding by it. */
export function ClaimPart({ proposal, claim, take, release }: Props) {
  const { state, pending, form, onReload } = useFormAction(claim?.own ? release : take, () => {})
  return (
    <form {...form} className="space-y-2 border-t pt-3 text-sm">
      <input type="hidden" name="proposal" value={proposal} />
      {claim && <p>{claim.own ? 'You are' : <><strong className="font-medium">{claim.name}</strong> is</>} reviewing this, until {claim.until} UTC.</p>}
      {(!claim || claim.own) && <Button size="small" disabled={pending}>{claim ? 'I no longer am' : 'I’m reviewing this'}</Button>}
      <SendFailure failure={state.failure} path={`/review/${proposal}`} onReload={onReload} />
    </form>
  )
}
