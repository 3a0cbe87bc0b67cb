'use client'

import { useFormAction, type FormAction } from '@/components/proposal/form-action'
import { SendFailure } from '@/components/proposal/send-failure'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/textarea'
import type { SectionCriteria } from '@/lib/catalog/criteria'

/** What belongs in one section, to be written. */
export function CriteriaForm({ section: { slug, heading, criteria }, action }: { section: SectionCriteria; action: FormAction }) {
  const { state, pending, form, onReload } = useFormAction(action, () => {})
  return (
    <section tabIndex={-1} aria-label={heading}>
      <form {...form} className="space-y-3">
        <input type="hidden" name="section" value={slug} />
        {/* A text area gives line ends of its own; what stood there is told as it is kept. */}
        <input type="hidden" name="was" value={criteria} />
        <SendFailure failure={state.failure} path="/review/criteria" onReload={onReload} />
        <Field label={heading} error={state.failure?.fields?.criteria}>
          <Textarea name="criteria" rows={2} key={criteria} defaultValue={state.typed.criteria ?? criteria} className="min-h-16!" placeholder="Say nothing, or what belongs here." />
        </Field>
        <div className="flex flex-wrap items-center gap-3">
          <Button size="small" aria-disabled={pending}>{pending ? 'Saving…' : 'Save'}</Button>
          <p role="status" className="text-sm text-muted">{state.answer === 'written' ? 'Saved.' : ''}</p>
        </div>
      </form>
    </section>
  )
}
