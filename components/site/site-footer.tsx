import { site } from './site'

/** The bottom of every page: where the list can be taken from, and what this is. */
export function SiteFooter() {
  return (
    <footer className="mt-20 border-t">
      <div className="mx-auto flex max-w-7xl flex-wrap justify-between gap-x-8 gap-y-3 px-4 py-8 text-sm text-muted sm:px-6 lg:px-8">
        <p className="max-w-prose">{site.description}</p>
        <ul className="flex flex-wrap gap-x-5 gap-y-1">
          <li><a href="/README.md" className="link">README.md</a></li>
          <li><a href="/cite" className="link">Cite</a></li>
          <li><a href="/api" className="link">API and dumps</a></li>
          <li><a href="/log" className="link">Log of changes</a></li>
        </ul>
      </div>
    </footer>
  )
}
