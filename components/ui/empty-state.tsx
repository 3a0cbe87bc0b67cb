import type { ReactNode } from 'react'

interface Props {
  title: string
  /** Its heading's level; 1 where it is the whole page. */
  level?: 1 | 2 | 3
  action?: ReactNode
  children?: ReactNode
}

/** Nothing to show, why, and the way on. */
export function EmptyState({ title, level = 2, action, children }: Props) {
  const Heading = `h${level}` as const
  return (
    <div className="mx-auto flex max-w-prose flex-col items-center gap-3 rounded-lg border border-dashed px-6 py-12 text-center">
      <Heading tabIndex={-1} className="text-xl font-semibold">{title}</Heading>
      {children && <div className="text-balance text-muted">{children}</div>}
      {action && <div className="mt-3 flex flex-wrap justify-center gap-3">{action}</div>}
    </div>
  )
}
