'use client'

import { Button, ButtonLink } from '@/components/ui/button'
import { Field, Fieldset } from '@/components/ui/field'
import { Textarea } from '@/components/ui/textarea'
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
  /** Of a clash of text: its passage as both sides together have it; null of fields. */
  passage: string | null
}

const sides = [
  { value: 'ours', words: 'What the catalog says' },
  { value: 'theirs', words: 'What is proposed' },
]

const written = { value: 'written', words: 'What I write' }

/** Settles a clash: one side's value for each field, or what one writes; of an entry that has a form of its own. */
export function SettleForm({ action, proposal, version, ordinal, fields, passage }: Props) {
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
            {(passage === null ? sides : [...sides, written]).map(({ value, words }) => (
              <label key={value} className="flex items-center gap-2">
                <input type="radio" name={`pick-${name}`} value={value} defaultChecked={state.typed[`pick-${name}`] === value} className="size-4 accent-accent" />
                {words}
              </label>
            ))}
          </div>
        </Fieldset>
      ))}
      {passage !== null && (
        <Field label="What I write" help="All of the passage: what both sides say together, and where they clash what is proposed.">
          <Textarea name="written" rows={Math.min(14, passage.split('\n').length + 1)} defaultValue={state.typed.written ?? passage} className="max-h-[60dvh] font-mono text-[0.8125rem] leading-6" />
        </Field>
      )}
      <div className="flex flex-wrap gap-3">
        <Button size="small" disabled={pending}>Settle it so</Button>
        {passage === null && <ButtonLink size="small" href={`/review/${proposal}/amend/${ordinal}`}>Write another</ButtonLink>}
      </div>
    </form>
  )
}
