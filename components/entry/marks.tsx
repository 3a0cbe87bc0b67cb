import type { ReactNode } from 'react'
import { Badge } from '@/components/ui/badge'

/** A field that the catalog says is empty. */
export function None() {
  return (
    <span data-none="" className="text-muted">
      <span aria-hidden="true">–</span>
      <span className="sr-only">none</span>
    </span>
  )
}

/** The star: the authors built the data from more than three sources. */
export function Star() {
  return (
    <span title="More than three sources" className="text-accent">
      <span aria-hidden="true">★</span>
      <span className="sr-only">, more than three sources</span>
    </span>
  )
}

/** A cell that fits no field's grammar: its markdown, as it stands in the README. */
export function RawCell({ markdown }: { markdown: string }) {
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-2 gap-y-1">
      {markdown === '' ? <None /> : <code className="rounded bg-sunken px-1 font-mono text-[0.8125em] wrap-anywhere">{markdown}</code>}
      <Badge>kept as written</Badge>
    </span>
  )
}

/** A field's value, or its raw markdown where it could not be read. */
export function Value({ raw, children }: { raw: string | undefined; children: ReactNode }) {
  return raw === undefined ? children : <RawCell markdown={raw} />
}
