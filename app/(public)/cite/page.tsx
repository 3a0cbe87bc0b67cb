import type { Metadata } from 'next'
import { aboutList } from '@/app/about-list'
import { CitationBlocks } from '@/components/entry/citation-blocks'
import { citeLead } from '@/components/site/leads'
import { site } from '@/components/site/site'
import { PageHeader } from '@/components/ui/page-header'
import { PagePart } from '@/components/ui/page-part'
import { snapshotAt } from '@/lib/api/snapshot'
import { surveyAt } from '@/lib/cite/list'
import { workOfList } from '@/lib/cite/work'
import { database } from '@/lib/db'
import { Missing } from '../missing'
import { pageMetadata } from '../page-metadata'

export const dynamic = 'force-dynamic'

export function generateMetadata(): Metadata {
  return pageMetadata({ title: 'Cite', description: `How to cite the survey and the list ${site.name}, as BibTeX, RIS and CSL-JSON.`, path: '/cite', forms: { 'text/markdown': '/cite.md' } })
}

export default async function CitePage() {
  const snapshot = await snapshotAt(database(), undefined)
  if (!snapshot.ok) return <Missing />
  const { revision } = snapshot.value
  const survey = await surveyAt(database(), revision)
  const list = workOfList(aboutList(snapshot.value), survey?.work.authors ?? [])
  return (
    <>
      <PageHeader title="Cite" lead={citeLead} />
      <div className="grid max-w-4xl gap-12 [&>*]:min-w-0">
        {survey && <PagePart title="The survey"><CitationBlocks work={survey.work} bibtex={survey.bibtex} /></PagePart>}
        <PagePart title="The list as it is now">
          <p className="mb-4 text-muted">Catalog revision {revision}. <a href="/CITATION.cff" className="link">CITATION.cff</a> says the same, and <a href="/bibliography.bib" className="link">bibliography.bib</a> has the survey and every entry.</p>
          <CitationBlocks work={list} />
        </PagePart>
      </div>
    </>
  )
}
