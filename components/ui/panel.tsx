import { useId, type ReactNode } from 'react'

interface Props {
  title: ReactNode
  /** Beside the title, like a button. */
  actions?: ReactNode
  className?: string
  children: ReactNode
}

/** A part of a page set apart by a line around it. */
export function Panel({ title, actions, className = '', children }: Props) {
  const id = useId()
  return (
    <section aria-labelledby={id} className={`rounded-lg border bg-surface p-5 ${className}`}>
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-3">
        <h2 id={id} className="text-base font-semibold">{title}</h2>
        {actions}
      </div>
      {children}
    </section>
  )
}
