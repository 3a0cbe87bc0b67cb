import type { Metadata } from 'next'
import { Refused } from '@/components/proposal/refused'
import { ImportForm } from '@/components/review/import-form'
import { Breadcrumb } from '@/components/site/breadcrumb'
import { PageHeader } from '@/components/ui/page-header'
import { can, refused } from '@/lib/auth/policy'
import { requireViewer } from '@/lib/auth/viewer'
import { database } from '@/lib/db'
import { currentRevision } from '@/lib/readme/load'
import { setPageStatus } from '@/lib/serving/page-status'
import { see, send } from './actions'

export const metadata: Metadata = { title: 'Import an edited README', robots: { index: false } }

/** Where a maintainer brings back a README that was edited by hand. */
export default async function ImportPage() {
  const viewer = await requireViewer('/review/import')
  const permission = can(viewer, 'catalog.import')
  if (!permission.allowed) {
    setPageStatus(403)
    return <Refused title="Importing a README is for maintainers" failure={refused(permission.reason)} />
  }
  return (
    <>
      <PageHeader
        above={<Breadcrumb steps={[{ href: '/review', label: 'Review queue' }]} />}
        title="Import an edited README"
        lead="Edited the list by hand? Bring the file back: you see exactly what it changes, and another maintainer reviews it as one proposal."
      />
      <ImportForm revision={await currentRevision(database())} see={see} send={send} />
    </>
  )
}
