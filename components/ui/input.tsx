import type { ComponentProps } from 'react'

/** A native one-line input in the house's look. */
export function Input({ className = '', ...props }: ComponentProps<'input'>) {
  return <input {...props} className={`control h-10.5 ${className}`} />
}
