import { AccountMenu } from '@/components/account/account-menu'
import { SearchBox } from '@/components/search/search-box'
import { site } from './site'
import { SiteNav } from './site-nav'

/** The top of every page. On a phone the name keeps a line of its own, so that nothing is squeezed or hidden. */
export function SiteHeader() {
  return (
    <header className="border-b bg-surface">
      <div className="mx-auto flex max-w-7xl flex-wrap items-center gap-x-6 gap-y-1 px-4 py-2 sm:px-6 lg:px-8">
        <a href="/" className="mr-auto flex items-center gap-2.5 py-1 font-semibold tracking-tight">
          <Mark />
          {site.name}
        </a>
        <SearchBox />
        <div className="flex grow flex-wrap items-center justify-between gap-x-2 sm:grow-0 sm:gap-4">
          <div className="-ml-2 sm:ml-0"><SiteNav /></div>
          <div className="-mr-3 ml-auto"><AccountMenu /></div>
        </div>
      </div>
    </header>
  )
}

/** Rows of a list, one of them new: the same drawing as app/icon.svg. */
function Mark() {
  return (
    <svg viewBox="0 0 32 32" className="size-6 text-accent" aria-hidden="true">
      <rect width="32" height="32" rx="7" fill="currentColor" />
      <path d="M8 11h10M8 16h16M8 21h12" className="stroke-on-accent" strokeWidth="2.5" strokeLinecap="round" />
      <circle cx="23" cy="11" r="2" className="fill-on-accent" />
    </svg>
  )
}
