'use client'

import { useFormAction, type FormAction } from '@/components/proposal/form-action'
import { SendFailure } from '@/components/proposal/send-failure'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { Textarea } from '@/components/ui/textarea'
import type { TrayPreview } from '@/lib/proposals/tray-preview'

/** Sends what the page shows of the tray; the changes' own notes begin the note of the whole. */
export function SendTrayForm({ items, title, action }: Pick<TrayPreview, 'items' | 'title'> & { action: FormAction }) {
  const { state, pending, form, onReload } = useFormAction(action, (_, panel) => panel?.focus())
  const stuck = items.filter(({ problem }) => problem !== null).length
  const { rationale, ...others } = state.failure?.fields ?? {}
  const [other] = Object.values(others)
  return (
    <form {...form} className="space-y-4">
      {items.map(({ id }) => <input key={id} type="hidden" name="item" value={id} />)}
      {stuck === 0 ? <p>They go as one proposal, “{title}”. A maintainer decides, and can leave single changes out.</p> : null}
      {stuck > 0 && <p>{stuck === 1 ? 'One of them does' : `${stuck} of them do`} not fit the list any more: settle that first.</p>}
      <SendFailure failure={state.failure} path="/tray" onReload={onReload} />
      {other !== undefined && <Notice tone="error" title="This was not sent."><p>{other}</p></Notice>}
      <Field label="Note to the maintainers" mark="optional" error={rationale}>
        <Textarea name="rationale" rows={4} defaultValue={state.typed.rationale ?? notesOf(items)} />
      </Field>
      <Button variant="primary" aria-disabled={pending} disabled={stuck > 0} className="w-full aria-disabled:cursor-progress aria-disabled:opacity-60">
        {pending ? 'Sending…' : 'Send for review'}
      </Button>
    </form>
  )
}

/** The notes of the single changes, each once. */
function notesOf(items: TrayPreview['items']): string {
  return [...new Set(items.map(({ rationale }) => rationale).filter((note) => note !== ''))].join('\n\n')
}
