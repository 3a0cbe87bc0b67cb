import type { Metadata } from 'next'
import { PassageList } from '@/components/propose/passage-list'
import { Breadcrumb } from '@/components/site/breadcrumb'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { requireViewer } from '@/lib/auth/viewer'
import { database } from '@/lib/db'
import { readmePassages } from '@/lib/proposals/text-preview'

export const metadata: Metadata = { title: 'Suggest a change to the text', robots: { index: false } }

/** The passages of the README, to choose the one that is to be changed. */
export default async function TextPage() {
  await requireViewer('/propose/text')
  const passages = await readmePassages(database())
  return (
    <>
      <PageHeader
        above={<Breadcrumb steps={[{ href: '/propose', label: 'Propose' }]} />}
        title="Suggest a change to the text"
        lead="What stands around the tables: headings, introductions, contents, notes. A new section is a heading and a table, written where it should stand."
      />
      {passages.length === 0 ? <EmptyState title="The catalog is empty" /> : <PassageList passages={passages} />}
    </>
  )
}
