import { formatWords, type FormatName } from './format-words'

interface Props {
  /** The page that is taken along, without its query. */
  path: string
  /** What narrows it, as its address says behind the question mark; "" where nothing does. */
  query?: string
  formats: readonly FormatName[]
}

/** What a page shows, as files. */
export function TakeAlong({ path, query = '', formats }: Props) {
  return (
    <nav aria-label="Take along" className="flex flex-wrap items-baseline gap-x-4 gap-y-1 text-sm print:hidden">
      <span className="text-muted">Take along as</span>
      <ul className="flex flex-wrap gap-x-4 gap-y-1">
        {formats.map((format) => <li key={format}><a href={`${path}.${format}${query && `?${query}`}`} className="link">{formatWords[format]}</a></li>)}
      </ul>
    </nav>
  )
}
