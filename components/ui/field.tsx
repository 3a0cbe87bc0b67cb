import { cloneElement, useId, type ReactElement, type ReactNode } from 'react'

/** What a field hands its control. */
interface ControlProps {
  id?: string
  'aria-describedby'?: string
  'aria-invalid'?: boolean
}

interface Props {
  label: ReactNode
  help?: ReactNode
  /** Why the value can't be taken; read out with the control. */
  error?: string
  /** Shown beside the label, like "optional". */
  mark?: string
  id?: string
  /** One control, native or of the same props. */
  children: ReactElement<ControlProps>
}

/** A control with its label, help and error, wired together. The wiring is cloned in: a context would make every field a client component. */
export function Field({ label, help, error, mark, id, children }: Props) {
  const own = useId()
  const control = id ?? children.props.id ?? own
  const described = describedBy(control, { help, error }, children.props['aria-describedby'])
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={control} className="text-sm font-medium">
        {label}
        {mark && <span className="ml-1 font-normal text-muted"> {mark}</span>}
      </label>
      {help && <Help id={`${control}-help`}>{help}</Help>}
      {cloneElement(children, { id: control, 'aria-describedby': described, 'aria-invalid': error ? true : undefined })}
      {error && <FieldError id={`${control}-error`}>{error}</FieldError>}
    </div>
  )
}

/** Several controls under one question, wired as `Field` wires one. */
export function Fieldset({ label, help, error, mark, id, children }: Omit<Props, 'children'> & { children: ReactNode }) {
  const own = useId()
  const group = id ?? own
  return (
    <fieldset id={group} aria-describedby={describedBy(group, { help, error })} className="flex min-w-0 flex-col gap-1.5">
      <legend className="mb-1.5 text-sm font-medium">
        {label}
        {mark && <span className="ml-1 font-normal text-muted"> {mark}</span>}
      </legend>
      {help && <Help id={`${group}-help`}>{help}</Help>}
      {children}
      {error && <FieldError id={`${group}-error`}>{error}</FieldError>}
    </fieldset>
  )
}

function describedBy(id: string, { help, error }: { help?: ReactNode; error?: string }, more?: string): string | undefined {
  return [more, help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(' ') || undefined
}

function Help({ id, children }: { id: string; children: ReactNode }) {
  return <p id={id} className="text-sm text-muted">{children}</p>
}

/** A field's error; for controls that are wired by hand. */
export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return <p id={id} className="text-sm font-medium text-danger">{children}</p>
}
