import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { kindWords } from '@/components/propose/words'
import { PageHeader } from '@/components/ui/page-header'
import { requireViewer } from '@/lib/auth/viewer'
import { listedKinds } from '@/lib/catalog/form-data'
import { database } from '@/lib/db'

export const metadata: Metadata = { title: 'Propose', robots: { index: false } }

/** What to propose. */
export default async function ProposePage() {
  await requireViewer('/propose')
  const kinds = await listedKinds(database())
  const [only] = kinds
  if (only && kinds.length === 1) redirect(`/propose/${only}`)
  return (
    <div className="max-w-3xl">
      <PageHeader
        title="Propose an entry"
        lead="Fill in a form; the portal writes the README’s row. A maintainer looks at it, and you can follow what becomes of it."
      />
      <ul className={`grid gap-4 ${kinds.length > 2 ? 'sm:grid-cols-3' : 'sm:grid-cols-2'}`}>
        {kinds.map((kind) => (
          <li key={kind} className="relative flex flex-col gap-2 rounded-lg border bg-surface p-5 hover:border-edge">
            <h2 className="text-lg font-semibold">
              <a href={`/propose/${kind}`} className="link after:absolute after:inset-0">{kindWords[kind].name}</a>
            </h2>
            <p className="text-sm text-muted">{kindWords[kind].line}</p>
          </li>
        ))}
      </ul>
      <p className="mt-6 text-sm text-muted">
        Several at once? <a href="/propose/paste" className="link">Paste rows of a table</a>. Something wrong in the list? On the entry’s page, “Suggest a change”. A
        heading, an introduction, a whole new section? <a href="/propose/text" className="link">Suggest a change to the text</a>.
      </p>
    </div>
  )
}
