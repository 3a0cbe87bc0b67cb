'use client'

import { Button, ButtonLink } from '@/components/ui/button'
import { Fieldset } from '@/components/ui/field'
import { useFormAction, type FormAction } from './form-action'
import { SendFailure } from './send-failure'

interface Props {
  action: FormAction
  proposal: number
  version: number
  /** The change that clashes, by its place. */
  ordinal: number
  /** Its fields that clash: by their own names, and as they are called. */
  fields: readonly { name: string; label: string }[]
}

const sides = [
  { value: 'ours', words: 'What the catalog says' },
  { value: 'theirs', words: 'What is proposed' },
]

/** Settles an edit's clash: one side's value for each field, or the form in which one writes another. */
export function SettleForm({ action, proposal, version, ordinal, fields }: Props) {
  const { state, pending, form, onReload } = useFormAction(action, () => {})
  return (
    <form {...form} className="mt-3 space-y-3 border-t border-warning/30 pt-3">
      <input type="hidden" name="proposal" value={proposal} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="ordinal" value={ordinal} />
      <SendFailure failure={state.failure} path={`/review/${proposal}`} onReload={onReload} />
      {fields.map(({ name, label }) => (
        <Fieldset key={name} label={`${label} is to be`} error={state.failure?.fields?.[name]}>
          <div className="flex flex-wrap gap-x-6 gap-y-2">
            {sides.map(({ value, words }) => (
              <label key={value} className="flex items-center gap-2">
                <input type="radio" name={`pick-${name}`} value={value} defaultChecked={state.typed[`pick-${name}`] === value} className="size-4 accent-accent" />
                {words}
              </label>
            ))}
          </div>
        </Fieldset>
      ))}
      <div className="flex flex-wrap gap-3">
        <Button size="small" disabled={pending}>Settle it so</Button>
        <ButtonLink size="small" href={`/review/${proposal}/amend/${ordinal}`}>Write another</ButtonLink>
      </div>
    </form>
  )
}
