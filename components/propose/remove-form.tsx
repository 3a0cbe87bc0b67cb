'use client'

import type { FormAction } from '@/components/proposal/form-action'
import { SendFailure } from '@/components/proposal/send-failure'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { Textarea } from '@/components/ui/textarea'
import type { Destination } from '@/lib/catalog/form-data'
import { DraftNotice } from './draft-notice'
import { DraftStanding } from './draft-standing'
import type { Goes } from './goes'
import { SendButtons } from './send-buttons'
import { removalShape, type Removal } from './shapes'
import type { Kept } from './use-draft'
import { useKeptForm } from './use-kept-form'

interface Props {
  /** The form's own page. */
  path: string
  base: number
  /** Where what it holds is sent. */
  goes: Goes
  /** What else the list has: one of them may say the same. */
  destinations: Destination[]
  kept: Omit<Kept<Removal>, 'shape'>
  action: FormAction
}

/** Why an entry should go. */
export function RemoveForm({ path, base, goes, destinations, kept, action }: Props) {
  const { state, pending, form, onReload, draft } = useKeptForm({ kept: { ...kept, shape: removalShape }, action, settled: (_, panel) => panel?.focus() })
  const errors = state.failure?.fields ?? {}
  return (
    <section tabIndex={-1} aria-label="Removal" className="max-w-2xl">
      <form {...form} className="space-y-6">
        <input type="hidden" name="base" value={base} />
        <DraftNotice {...draft} version={kept.version} />
        <SendFailure failure={state.failure} path={path} onReload={onReload} />
        <Field label="Why should it go?" help="The maintainers decide by it, and the public log keeps it." error={errors.reason}>
          <Textarea name="reason" rows={3} defaultValue={state.typed.reason ?? kept.start.reason} placeholder="It was withdrawn by its authors; the page is gone." />
        </Field>
        <Field label="It repeats" mark="optional" help="The entry that stays. The old page then leads there." error={errors.into}>
          <Select name="into" defaultValue={state.typed.into ?? kept.start.into}>
            <option value="">No other entry</option>
            {destinations.map(({ slug, heading, entries }) => (
              <optgroup key={slug} label={heading}>
                {entries.map((entry) => <option key={entry.slug} value={entry.slug}>{entry.name}</option>)}
              </optgroup>
            ))}
          </Select>
        </Field>
        <SendButtons goes={goes} pending={pending} />
        <DraftStanding standing={draft.standing} />
      </form>
    </section>
  )
}
