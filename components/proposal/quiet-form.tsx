'use client'

import { Button } from '@/components/ui/button'
import { useFormAction, type FormAction } from './form-action'

interface Props {
  action: FormAction
  /** What is sent: one value under one name. */
  name: string
  value: string
  /** What the button does to what, for those who hear it without seeing where it stands. */
  label: string
  children: string
}

/** A button that does one small thing; where it fails, it says so beside it. */
export function QuietForm({ action, name, value, label, children }: Props) {
  const { state, pending, form } = useFormAction(action, () => {})
  return (
    <form {...form} className="flex flex-wrap items-center gap-3">
      <input type="hidden" name={name} value={value} />
      <Button size="small" variant="quiet" aria-label={label} aria-disabled={pending}>{children}</Button>
      {state.failure && <p role="alert" className="text-sm text-danger">{state.failure.message}</p>}
    </form>
  )
}
