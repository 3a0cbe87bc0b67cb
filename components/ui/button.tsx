import type { ComponentProps } from 'react'

type Variant = 'primary' | 'secondary' | 'danger' | 'quiet'

interface Look {
  /** One primary at most in a form; danger for what cannot be taken back. */
  variant?: Variant
  size?: 'small' | 'normal'
}

const base =
  'inline-flex items-center justify-center gap-2 rounded-md border font-medium whitespace-nowrap disabled:cursor-not-allowed disabled:opacity-60'

const sizes = { small: 'px-2.5 py-1 text-sm leading-5', normal: 'px-4 py-2 text-sm leading-6' }

const variants: Record<Variant, string> = {
  primary: 'border-transparent bg-accent text-on-accent enabled:hover:bg-accent-strong [a&]:hover:bg-accent-strong',
  secondary: 'border-edge bg-surface text-ink enabled:hover:bg-sunken [a&]:hover:bg-sunken',
  danger: 'border-danger bg-surface text-danger enabled:hover:bg-danger-soft',
  quiet: 'border-transparent text-muted enabled:hover:bg-sunken enabled:hover:text-ink [a&]:hover:bg-sunken',
}

function look({ variant = 'secondary', size = 'normal' }: Look, className = ''): string {
  return `${base} ${sizes[size]} ${variants[variant]} ${className}`
}

/** A native button; like every native button it submits its form unless told `type="button"`. */
export function Button({ variant, size, className, ...props }: ComponentProps<'button'> & Look) {
  return <button {...props} className={look({ variant, size }, className)} />
}

/** A link that looks like a button, where the action is going somewhere: nowhere from paper. */
export function ButtonLink({ variant, size, className, ...props }: ComponentProps<'a'> & Look) {
  return <a {...props} className={`${look({ variant, size }, className)} print:hidden`} />
}
