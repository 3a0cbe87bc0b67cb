import type { ReactNode } from 'react'
import { TakeAlong } from '@/components/entry/take-along'
import { ButtonLink } from '@/components/ui/button'

/** What one can do with the list besides reading it, the invitation first. */
export function WaysOn() {
  return (
    <div className="grid gap-6 rounded-lg border bg-surface p-5 md:grid-cols-[minmax(0,5fr)_minmax(0,7fr)] md:gap-x-12">
      <section aria-labelledby="contribute">
        <h2 id="contribute" className="mb-1 text-lg font-semibold">Is something missing?</h2>
        <p className="mb-3 text-sm text-muted">Propose it with a form: an arXiv id or a DOI fills most of it. A maintainer looks at it, and the README follows.</p>
        <ButtonLink href="/propose" variant="primary" size="small">Propose an entry</ButtonLink>
      </section>
      <ul className="grid gap-x-8 gap-y-2 self-center text-sm sm:grid-cols-2">
        <Way href="/stats" name="Pictures">what descends from what, year by year</Way>
        <Way href="/compare" name="Compare">up to four entries side by side</Way>
        <Way href="/log" name="Log">who changed what, and why</Way>
        <Way href="/api" name="API and dumps">the list for programs</Way>
        <li className="sm:col-span-2"><TakeAlong path="/catalog" formats={['csv', 'json', 'bib', 'ris', 'md']} /></li>
      </ul>
    </div>
  )
}

function Way({ href, name, children }: { href: string; name: string; children: ReactNode }) {
  return <li><a href={href} className="link font-medium">{name}</a> <span className="text-muted">{children}</span></li>
}
