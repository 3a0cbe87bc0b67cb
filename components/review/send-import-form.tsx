'use client'

import { useFormAction, type FormAction } from '@/components/proposal/form-action'
import { SendFailure } from '@/components/proposal/send-failure'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/textarea'
import type { Revised, SeenImport } from './import-form'

/** Sends for review what is on the page, and nothing that was chosen or typed after it was shown. */
export function SendImportForm({
  seen: { preview, readme, pasted },
  revises,
  action,
}: {
  seen: SeenImport
  revises: Revised | null
  action: FormAction
}) {
  const { state, pending, form, onReload } = useFormAction(action, (_, panel) => panel?.focus())
  return (
    <form {...form} className="space-y-4">
      <input type="hidden" name="readme" value={readme} />
      <input type="hidden" name="pasted" value={String(pasted)} />
      <input type="hidden" name="base" value={preview.base} />
      {revises && <input type="hidden" name="proposal" value={revises.proposal} />}
      {revises && <input type="hidden" name="version" value={revises.version} />}
      <p>Another maintainer reviews it. Accepted as a whole, README.md is what is shown here.</p>
      {preview.clashes.length > 0 && <p className="text-sm">While something clashes it can be sent, but not accepted.</p>}
      <SendFailure
        failure={state.failure}
        path={revises ? `/proposals/${revises.proposal}` : '/review/import'}
        onReload={onReload}
      />
      <Field label="Note to the reviewer" mark="optional" error={state.failure?.fields?.rationale}>
        <Textarea name="rationale" rows={3} defaultValue={state.typed.rationale} />
      </Field>
      <Button variant="primary" disabled={pending} className="w-full">
        {pending ? 'Sending…' : revises ? `Send version ${revises.version + 1}` : 'Send for review'}
      </Button>
    </form>
  )
}
