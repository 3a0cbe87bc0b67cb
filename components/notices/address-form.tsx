'use client'

import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Notice } from '@/components/ui/notice'
import { useFormAction, type FormAction } from '@/components/proposal/form-action'

/** Asks for an address, to which a link goes; it counts once that was followed. */
export function AddressForm({ action, another }: { action: FormAction<{ address: string }>; another: boolean }) {
  const { state, pending, form } = useFormAction(action, () => {})
  const { failure, typed, answer } = state
  if (answer) return <Notice tone="success">A link is on its way to {answer.address}. Open it within an hour; nothing is kept before.</Notice>
  return (
    <form {...form} className="space-y-3">
      {failure && !failure.fields && <Notice tone="error">{failure.message}</Notice>}
      <Field label={another ? 'Another address' : 'E-mail address'} error={failure?.fields?.address}>
        <Input name="address" type="email" autoComplete="email" maxLength={254} required defaultValue={typed.address} />
      </Field>
      <Button disabled={pending}>{pending ? 'Sending…' : 'Send me a link to confirm it'}</Button>
    </form>
  )
}
