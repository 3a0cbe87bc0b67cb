import type { Metadata } from 'next'
import { Refused } from '@/components/proposal/refused'
import { CriteriaForm } from '@/components/review/criteria-form'
import { Breadcrumb } from '@/components/site/breadcrumb'
import { PageHeader } from '@/components/ui/page-header'
import { requireViewer } from '@/lib/auth/viewer'
import { sectionCriteria } from '@/lib/catalog/criteria'
import { database } from '@/lib/db'
import { setPageStatus } from '@/lib/serving/page-status'
import { write } from './actions'

export const metadata: Metadata = { title: 'Criteria', robots: { index: false } }

/** Where maintainers say what belongs in each section. */
export default async function CriteriaPage() {
  const viewer = await requireViewer('/review/criteria')
  const found = await sectionCriteria(database(), viewer)
  if (!found.ok) {
    setPageStatus(403)
    return <Refused title="Criteria are for maintainers" failure={found} />
  }
  return (
    <>
      <PageHeader
        above={<Breadcrumb steps={[{ href: '/review', label: 'Review queue' }]} />}
        title="Criteria"
        lead="What belongs in each section, in a few sentences of markdown. Whoever proposes reads it beside the form; the README does not have it."
      />
      <ul className="max-w-3xl divide-y overflow-hidden rounded-lg border bg-surface">
        {found.value.map((section) => (
          <li key={section.slug} className="px-4 py-4 sm:px-5"><CriteriaForm section={section} action={write} /></li>
        ))}
      </ul>
    </>
  )
}
