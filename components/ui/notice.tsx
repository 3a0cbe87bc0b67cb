import type { ReactNode } from 'react'

const tones = {
  info: { role: 'note', look: 'border-info bg-info-soft', title: 'text-info' },
  success: { role: 'status', look: 'border-success bg-success-soft', title: 'text-success' },
  warning: { role: 'status', look: 'border-warning bg-warning-soft', title: 'text-warning' },
  error: { role: 'alert', look: 'border-danger bg-danger-soft', title: 'text-danger' },
} as const

interface Props {
  tone: keyof typeof tones
  title?: ReactNode
  children?: ReactNode
}

/** Something to be told beside the content; an error interrupts a screen reader, the rest waits its turn. */
export function Notice({ tone, title, children }: Props) {
  const { role, look, title: titleLook } = tones[tone]
  return (
    <div role={role} className={`rounded-md border-l-4 px-4 py-3 text-sm ${look}`}>
      {title && <p className={`font-semibold ${titleLook}`}>{title}</p>}
      {children}
    </div>
  )
}
