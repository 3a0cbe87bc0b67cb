'use client'

import type { ComponentProps, ReactNode } from 'react'
import { useController, useFormContext, useFormState, type FieldPathByValue } from 'react-hook-form'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Textarea } from '@/components/ui/textarea'
import { FieldEvidence } from './field-evidence'
import { messageAt } from './field-errors'
import { SuggestInput } from './suggest-input'
import type { Values } from './values'
import { labelOf } from './words'

export type TextPath = FieldPathByValue<Values, string>

interface Props {
  name: TextPath
  help?: ReactNode
  mark?: string
}

/** The present error of a field. */
export function useProblem(path: string): string | undefined {
  const { errors } = useFormState<Values>()
  return messageAt(errors, path)
}

function useWiring({ name, help, mark }: Props) {
  return { id: name, label: labelOf(name), help, mark, error: useProblem(name) }
}

/** A field with what was looked up for it beneath. */
export function Borne({ name, children }: { name: TextPath; children: ReactNode }) {
  return (
    <div className="flex min-w-0 flex-col gap-2">
      {children}
      <FieldEvidence name={name} />
    </div>
  )
}

/** A line of text. */
export function TextField({ name, help, mark, ...input }: Props & Omit<ComponentProps<'input'>, 'name'>) {
  const { register } = useFormContext<Values>()
  return (
    <Borne name={name}>
      <Field {...useWiring({ name, help, mark })}>
        <Input autoComplete="off" {...input} {...register(name)} />
      </Field>
    </Borne>
  )
}

/** Several lines of text. */
export function LongTextField({ name, help, mark, ...area }: Props & Omit<ComponentProps<'textarea'>, 'name'>) {
  const { register } = useFormContext<Values>()
  return (
    <Borne name={name}>
      <Field {...useWiring({ name, help, mark })}>
        <Textarea {...area} {...register(name)} />
      </Field>
    </Borne>
  )
}

/** A line of text with suggestions. */
export function SuggestField({ name, help, mark, suggestions, placeholder }: Props & { suggestions: string[]; placeholder?: string }) {
  const { field } = useController<Values, TextPath>({ name })
  const { value, onChange, ...rest } = field
  return (
    <Borne name={name}>
      <Field {...useWiring({ name, help, mark })}>
        <SuggestInput {...rest} value={value} onType={onChange} suggestions={suggestions} placeholder={placeholder} />
      </Field>
    </Borne>
  )
}
