import { useId, type ReactNode } from 'react'
import styles from './pictures.module.css'

interface Props {
  title: string
  /** What it shows, and what is to be known for reading it. */
  lead: ReactNode
  /** The drawing, wide. */
  children: ReactNode
  /** The same as a table. */
  table: ReactNode
}

/** A picture under its heading, with the table that says the same. */
export function Picture({ title, lead, children, table }: Props) {
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <div className="break-inside-avoid">
        <h2 id={id} className="text-xl font-semibold">{title}</h2>
        <p className="mt-1 mb-5 max-w-prose text-muted">{lead}</p>
        {children}
      </div>
      <details className={`mt-4 text-sm ${styles.asTable}`}>
        <summary className="w-fit text-muted hover:text-ink">The same as a table</summary>
        <div className="mt-3 max-w-3xl overflow-x-auto" tabIndex={0} role="region" aria-label={`${title}, as a table`}>{table}</div>
      </details>
    </section>
  )
}

/** A drawing as it is on wide screens and on paper, where its letters grow (./pictures.module.css). */
export function Wide({ children }: { children: ReactNode }) {
  return <div className="hidden lg:block print:block">{children}</div>
}

/** The same as it is on narrow screens. */
export function Narrow({ children }: { children: ReactNode }) {
  return <div className="lg:hidden print:hidden">{children}</div>
}

interface ScrollProps {
  /** What is scrolled, said to who can't see it. */
  label: string
  children: ReactNode
}

/** Where a drawing that needs its width is scrolled sideways within its own frame. */
export function Scroll({ label, children }: ScrollProps) {
  return (
    <>
      <p className="mb-2 text-sm text-muted lg:hidden print:hidden">Scroll it sideways to see all of it.</p>
      <div className="overflow-x-auto print:overflow-visible" tabIndex={0} role="region" aria-label={label}>{children}</div>
    </>
  )
}
