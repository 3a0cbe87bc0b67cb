import type { ReactNode } from 'react'

/** A part of a page under its heading, with nothing around it. */
export function PagePart({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="mb-3 text-lg font-semibold">{title}</h2>
      {children}
    </section>
  )
}
