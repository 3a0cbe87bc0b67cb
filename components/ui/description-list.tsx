import type { ReactNode } from 'react'

/** Terms and what they are, side by side where there is room. */
export function DescriptionList({ items }: { items: { term: string; detail: ReactNode }[] }) {
  return (
    <dl className="border-b">
      {items.map(({ term, detail }) => (
        <div key={term} className="grid items-baseline gap-x-8 border-t py-3 sm:grid-cols-[10rem_1fr]">
          <dt className="text-sm text-muted">{term}</dt>
          <dd className="min-w-0 wrap-anywhere">{detail}</dd>
        </div>
      ))}
    </dl>
  )
}
