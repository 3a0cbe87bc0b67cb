'use client'

import type { ReactNode } from 'react'
import { useFormContext, type FieldPathByValue } from 'react-hook-form'
import type { Values } from './values'

interface Props {
  name: FieldPathByValue<Values, boolean>
  label: string
  help?: ReactNode
  /** Fields whose errors depend on it. */
  affects?: FieldPathByValue<Values, string>[]
}

/** A switch with its words. */
export function CheckField({ name, label, help, affects }: Props) {
  const { register } = useFormContext<Values>()
  return (
    <div className="flex items-start gap-2.5 text-sm">
      <input
        type="checkbox"
        id={name}
        aria-describedby={help ? `${name}-help` : undefined}
        className="mt-1 size-4 shrink-0 accent-accent"
        {...register(name, { deps: affects })}
      />
      <div className="flex flex-col gap-1">
        <label htmlFor={name} className="font-medium">{label}</label>
        {help && <p id={`${name}-help`} className="text-muted">{help}</p>}
      </div>
    </div>
  )
}
