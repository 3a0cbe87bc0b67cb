import type { ComponentProps } from 'react'

/** A native select in the house's look. */
export function Select({ className = '', ...props }: ComponentProps<'select'>) {
  return <select {...props} className={`control arrow-down h-10.5 ${className}`} />
}
