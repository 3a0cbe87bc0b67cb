'use client'

import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/textarea'
import { useFormAction, type FormAction } from './form-action'
import { SendFailure } from './send-failure'

interface Props {
  action: FormAction
  /** What is undone, as hidden fields of the form. */
  what: Record<string, string>
  /** The page that the form is on. */
  path: string
  summary: string
  /** What will be proposed. */
  words: string
}

/** Proposes to take back what was accepted, in two steps; the first is a native disclosure, so that both work without JavaScript. */
export function UndoForm({ action, what, path, summary, words }: Props) {
  const { state, pending, form, onReload } = useFormAction(action, (_, panel) => panel?.focus())
  return (
    <details open={state.failure ? true : undefined} className="border-t pt-3">
      <summary className="text-sm text-muted hover:text-ink">{summary}</summary>
      <form {...form} className="mt-3 space-y-3">
        {Object.entries(what).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
        <p className="text-sm">{words}</p>
        <SendFailure failure={state.failure} path={path} onReload={onReload} />
        <Field label="Why" mark="optional" error={state.failure?.fields?.rationale}>
          <Textarea name="rationale" rows={2} defaultValue={state.typed.rationale} />
        </Field>
        <Button disabled={pending} className="w-full">Propose to undo it</Button>
      </form>
    </details>
  )
}
