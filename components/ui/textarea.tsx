import type { ComponentProps } from 'react'

/** A native text area in the house's look; grows with what is typed where the browser can. */
export function Textarea({ className = '', ...props }: ComponentProps<'textarea'>) {
  return <textarea {...props} className={`control field-sizing-content min-h-24 ${className}`} />
}
