'use client'

import { useFormAction, type FormAction } from '@/components/proposal/form-action'
import { SendFailure } from '@/components/proposal/send-failure'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { Textarea } from '@/components/ui/textarea'
import type { Destination } from '@/lib/catalog/form-data'
import type { Goes } from './goes'
import { SendButtons } from './send-buttons'
import { placeOptions, printPlace, type Going } from './place-options'

interface Props {
  /** The form's own page. */
  path: string
  base: number
  /** The sections of the entry's kind, with what stands in them; the entry's own section is `section`. */
  destinations: Destination[]
  section: string
  /** Where what it holds is sent. */
  goes: Goes
  start: { going: Going | null; rationale: string }
  action: FormAction
}

/** Where an entry should stand: one choice, that works without JavaScript. */
export function MoveForm({ path, base, destinations, section, goes, start, action }: Props) {
  const { state, pending, form, onReload } = useFormAction(action, (_, panel) => panel?.focus())
  const errors = state.failure?.fields ?? {}
  const chosen = state.typed.going ?? (start.going ? printPlace(start.going) : '')
  return (
    <section tabIndex={-1} aria-label="Move" className="max-w-2xl">
      <form {...form} className="space-y-6">
        <input type="hidden" name="base" value={base} />
        <SendFailure failure={state.failure} path={path} onReload={onReload} />
        <Field label="Its place" help="In its own table or in another of the list." error={errors.going}>
          <Select name="going" defaultValue={chosen}>
            <option value="">Choose a place…</option>
            {placeOptions(destinations, section).map(({ label, options }) => (
              <optgroup key={label} label={label}>
                {options.map(({ value, words }) => <option key={value} value={value}>{words}</option>)}
              </optgroup>
            ))}
          </Select>
        </Field>
        {goes.to !== 'amend' && (
          <Field label="Note to the maintainers" mark="optional" help="Why it belongs there." error={errors.rationale}>
            <Textarea name="rationale" rows={3} defaultValue={state.typed.rationale ?? start.rationale} />
          </Field>
        )}
        <SendButtons goes={goes} pending={pending} />
      </form>
    </section>
  )
}
