import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Refused } from '@/components/proposal/refused'
import { ImportForm } from '@/components/review/import-form'
import { Breadcrumb } from '@/components/site/breadcrumb'
import { PageHeader } from '@/components/ui/page-header'
import { can, refused, type Viewer } from '@/lib/auth/policy'
import { requireViewer } from '@/lib/auth/viewer'
import { database } from '@/lib/db'
import { revisable } from '@/lib/proposals/revisable'
import { currentRevision } from '@/lib/readme/load'
import { setPageStatus } from '@/lib/serving/page-status'
import { see, send } from './actions'

export const metadata: Metadata = { title: 'Import an edited README', robots: { index: false } }

/** Where a maintainer brings back a README that was edited by hand; `revises` a proposal, as its next version. */
export default async function ImportPage({ searchParams }: { searchParams: Promise<{ revises?: string | string[] }> }) {
  const [id] = [(await searchParams).revises ?? []].flat()
  const viewer = await requireViewer(id === undefined ? '/review/import' : `/review/import?${new URLSearchParams({ revises: id })}`)
  const permission = can(viewer, 'catalog.import')
  if (!permission.allowed) {
    setPageStatus(403)
    return <Refused title="Importing a README is for maintainers" failure={refused(permission.reason)} />
  }
  const revises = id === undefined ? null : await revisedBy(viewer, id)
  return (
    <>
      <PageHeader
        above={<Breadcrumb steps={[revises ? { href: `/proposals/${revises.proposal}`, label: revises.title } : { href: '/review', label: 'Review queue' }]} />}
        title={revises ? 'Import it once more' : 'Import an edited README'}
        lead={revises ? `You send version ${revises.version + 1}; version ${revises.version} is kept.` : lead}
      />
      <ImportForm revision={await currentRevision(database())} revises={revises} see={see} send={send} />
    </>
  )
}

const lead = 'Edited the list by hand? Bring the file back: you see exactly what it changes, and another maintainer reviews it as one proposal.'

/** The proposal of which this is to be another version: only one's own, and only while it is open. */
async function revisedBy(viewer: Viewer, id: string): Promise<{ proposal: number; version: number; title: string }> {
  const found = await revisable(database(), viewer, Number(id))
  return found.ok ? found.value : notFound()
}
