import type { Metadata } from 'next'
import { Growth } from '@/components/pictures/growth'
import { Sections } from '@/components/pictures/sections'
import { Subfields } from '@/components/pictures/subfields'
import { Timeline } from '@/components/pictures/timeline'
import { ButtonLink } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { entryKinds } from '@/lib/catalog/entry'
import { database } from '@/lib/db'
import { growth, sectionTallies, subfieldsAndBases, yearCounts } from '@/lib/pictures/queries'
import { pageMetadata } from '../page-metadata'

export const dynamic = 'force-dynamic'

const title = 'The list in pictures'
const about = 'When its papers came out, which base models each subfield builds on, what its sections hold, and how it grew.'

export function generateMetadata(): Metadata {
  return pageMetadata({ title, description: `The list of healthcare foundation models and datasets in pictures. ${about}`, path: '/stats', forms: { 'text/markdown': '/stats.md' }, picture: { path: '/stats.png', says: title } })
}

export default async function StatsPage() {
  const db = database()
  const [years, matrix, sections, sizes] = await Promise.all([yearCounts(db, entryKinds), subfieldsAndBases(db), sectionTallies(db), growth(db)])
  const dated = years.filter((count) => count.years.length > 0)
  return (
    <>
      <PageHeader
        title={title}
        lead={<>{about}<span className="print:hidden"> Every bar leads to what it counts.</span></>}
        actions={matrix.bases.length > 0 && <ButtonLink href="/stats/lineage">Lineage map</ButtonLink>}
      />
      <div className="space-y-16">
        {dated.length > 0 && <Timeline counts={dated} />}
        {matrix.cells.length > 0 && <Subfields matrix={matrix} />}
        {sections.length > 0 && <Sections sections={sections} />}
        {sizes.length > 0 && <Growth sizes={sizes} />}
      </div>
    </>
  )
}
