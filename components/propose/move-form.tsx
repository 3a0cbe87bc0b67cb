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
import { placeOptions } from './place-options'
import { moveShape, type Move } from './shapes'
import type { Kept } from './use-draft'
import { useKeptForm } from './use-kept-form'

interface Props {
  /** The form's own page. */
  path: string
  base: number
  /** The sections of the entry's kind, with what stands in them; the entry's own section is `section`. */
  destinations: Destination[]
  section: string
  /** Where what it holds is sent. */
  goes: Goes
  kept: Omit<Kept<Move>, 'shape'>
  action: FormAction
}

/** Where an entry should stand: one choice, that works without JavaScript. */
export function MoveForm({ path, base, destinations, section, goes, kept, action }: Props) {
  const { state, pending, form, onReload, draft } = useKeptForm({ kept: { ...kept, shape: moveShape }, action, settled: (_, panel) => panel?.focus() })
  const errors = state.failure?.fields ?? {}
  return (
    <section tabIndex={-1} aria-label="Move" className="max-w-2xl">
      <form {...form} className="space-y-6">
        <input type="hidden" name="base" value={base} />
        <DraftNotice {...draft} version={kept.version} />
        <SendFailure failure={state.failure} path={path} onReload={onReload} />
        <Field label="Its place" help="In its own table or in another of the list." error={errors.going}>
          <Select name="going" defaultValue={state.typed.going ?? kept.start.going}>
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
            <Textarea name="rationale" rows={3} defaultValue={state.typed.rationale ?? kept.start.rationale} />
          </Field>
        )}
        <SendButtons goes={goes} pending={pending} />
        <DraftStanding standing={draft.standing} />
      </form>
    </section>
  )
}
