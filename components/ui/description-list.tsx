import { Fragment, type ReactNode } from 'react'

/** Terms and what they are, side by side where there is room. */
export function DescriptionList({ items }: { items: { term: string; detail: ReactNode }[] }) {
  return (
    <dl className="grid gap-x-8 sm:grid-cols-[minmax(8rem,max-content)_1fr]">
      {items.map(({ term, detail }) => (
        <Fragment key={term}>
          <dt className="pt-3 text-sm text-muted sm:border-t sm:py-3">{term}</dt>
          <dd className="min-w-0 border-b pb-3 wrap-anywhere sm:border-t sm:border-b-0 sm:py-3">{detail}</dd>
        </Fragment>
      ))}
    </dl>
  )
}
