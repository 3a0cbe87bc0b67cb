import { feedPath } from './feeds'

interface Props {
  /** The page that is followed, without its query. */
  page: string
  /** What narrows it, as its address says behind the question mark. */
  query?: string
}

/** Where a feed reader finds what changes on a page. */
export function Follow({ page, query = '' }: Props) {
  return (
    <nav aria-label="Follow" className="flex flex-wrap items-baseline gap-x-4 gap-y-1 text-sm print:hidden">
      <span className="text-muted">Follow in a feed reader</span>
      <ul className="flex flex-wrap gap-x-4 gap-y-1">
        <li><a href={feedPath(page, 'changes', query)} className="link">All changes</a></li>
        <li><a href={feedPath(page, 'added', query)} className="link">New entries</a></li>
      </ul>
    </nav>
  )
}
