import { useId, type ReactNode } from 'react'

/**
 * What can be done, beside what it is about, and in view while one reads it. It keeps its place when its content changes
 * and can take the focus, so that the outcome of a form in it is read out.
 */
export function SidePanel({ title, children }: { title: string; children: ReactNode }) {
  const id = useId()
  return (
    <section
      aria-labelledby={id}
      tabIndex={-1}
      className="space-y-4 self-start rounded-lg border bg-surface p-5 lg:sticky lg:col-start-2 lg:row-start-1 lg:top-6 lg:max-h-[calc(100dvh-3rem)] lg:overflow-y-auto"
    >
      <h2 id={id} className="text-lg font-semibold">{title}</h2>
      {children}
    </section>
  )
}
