'use client'

import { useFormAction, type FormAction } from '@/components/proposal/form-action'
import { SendFailure } from '@/components/proposal/send-failure'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/textarea'

interface Props {
  /** The form's own page. */
  path: string
  base: number
  /** The proposal and version that this revises; null for a new one. */
  revises: { proposal: number; version: number } | null
  reason: string
  action: FormAction
}

/** Why an entry should go. */
export function RemoveForm({ path, base, revises, reason, action }: Props) {
  const { state, pending, form, onReload } = useFormAction(action, (_, panel) => panel?.focus())
  const errors = state.failure?.fields ?? {}
  return (
    <section tabIndex={-1} aria-label="Removal" className="max-w-2xl">
      <form {...form} className="space-y-6">
        <input type="hidden" name="base" value={base} />
        {revises && <input type="hidden" name="version" value={revises.version} />}
        <SendFailure failure={state.failure} path={path} onReload={onReload} />
        <Field label="Why should it go?" help="The maintainers decide by it, and the public log keeps it." error={errors.reason}>
          <Textarea name="reason" rows={3} defaultValue={state.typed.reason ?? reason} placeholder="It was withdrawn by its authors; the page is gone." />
        </Field>
        <Button variant="primary" disabled={pending}>{pending ? 'Sending…' : revises ? 'Send the new version' : 'Send for review'}</Button>
      </form>
    </section>
  )
}
