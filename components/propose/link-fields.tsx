'use client'

import type { ChangeEvent } from 'react'
import { useFormContext } from 'react-hook-form'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { followLabel, labelSuggestions, type LinkRole } from '@/lib/catalog/label'
import { Borne, SuggestField, useProblem, type TextPath } from './text-fields'
import type { Values } from './values'
import { labelOf } from './words'

interface Props {
  url: TextPath
  label: TextPath
  role: LinkRole
  example: string
  help?: string
}

/** An address and the label that leads to it; the label follows the address until somebody words it. */
export function LinkFields({ url, label, role, example, help }: Props) {
  const { register, getValues, setValue } = useFormContext<Values>()
  const field = register(url)
  async function follow(event: ChangeEvent<HTMLInputElement>) {
    const before = getValues(url)
    const after = event.target.value
    await field.onChange(event)
    const next = followLabel(getValues(label), before, after, role)
    if (next !== getValues(label)) setValue(label, next, { shouldDirty: true, shouldValidate: next !== '' })
  }
  return (
    <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_11rem]">
      <Borne name={url}>
        <Field id={url} label={labelOf(url)} help={help} error={useProblem(url)}>
          <Input type="url" inputMode="url" autoComplete="off" placeholder={example} {...field} onChange={follow} />
        </Field>
      </Borne>
      <SuggestField
        name={label}
        help={help && 'What the list shows.'}
        suggestions={labelSuggestions[role]}
        placeholder={role === 'paper' ? 'arXiv' : 'Github'}
      />
    </div>
  )
}
