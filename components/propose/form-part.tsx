import { useId, type ReactNode } from 'react'

/** Fields that belong together. A heading, not a legend: legends of nested groups are all read out with each control. */
export function FormPart({ title, children }: { title: string; children: ReactNode }) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="flex flex-col gap-5 border-t pt-6 first:border-t-0 first:pt-0">
      <h2 id={id} className="text-lg font-semibold">{title}</h2>
      {children}
    </section>
  )
}
