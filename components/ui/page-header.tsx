import type { ReactNode } from 'react'

interface Props {
  title: ReactNode
  /** One or two sentences under the title. */
  lead?: ReactNode
  /** Above the title: where this page stands. */
  above?: ReactNode
  actions?: ReactNode
  children?: ReactNode
}

/** A page's title. It can take the focus, for pages that change under their reader. */
export function PageHeader({ title, lead, above, actions, children }: Props) {
  return (
    <div className="mb-8 flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
      <div className="flex min-w-0 flex-col gap-2">
        {above}
        <h1 tabIndex={-1} className="text-2xl font-semibold wrap-anywhere sm:text-3xl">{title}</h1>
        {lead && <p className="max-w-prose text-muted">{lead}</p>}
        {children}
      </div>
      {actions && <div className="flex flex-wrap gap-3 print:hidden">{actions}</div>}
    </div>
  )
}
