import type { ReactNode } from 'react'

/** Terms and what they are, side by side where there is room. */
export function DescriptionList({ items }: { items: { term: string; detail: ReactNode }[] }) {
  return (
    <dl className="border-b">
      {items.map(({ term, detail }, index) => (
        // Two columns of a list may be called alike.
        <div key={index} className="grid items-baseline gap-x-8 border-t py-3 sm:grid-cols-[10rem_1fr]">
          <dt className="text-sm text-muted">{term}</dt>
          <dd className="min-w-0 wrap-anywhere">{detail}</dd>
        </div>
      ))}
    </dl>
  )
}
