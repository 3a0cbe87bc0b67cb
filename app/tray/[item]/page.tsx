import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { ChangeForm } from '@/app/propose/change-form'
import { Breadcrumb } from '@/components/site/breadcrumb'
import { PageHeader } from '@/components/ui/page-header'
import { requireViewer } from '@/lib/auth/viewer'
import { database } from '@/lib/db'
import { recordsOf } from '@/lib/lookup/cache'
import { trayOf } from '@/lib/proposals/tray'

export const metadata: Metadata = { title: 'Edit a change in your tray', robots: { index: false } }

/** The form of a change that waits in the viewer's tray. */
export default async function TrayItemPage({ params }: { params: Promise<{ item: string }> }) {
  const { item: given } = await params
  const viewer = await requireViewer(`/tray/${given}`)
  // What is in it stands on the page of the tray, for whoever may only read.
  if (viewer.blocked) redirect('/tray')
  const item = (await trayOf(database(), viewer)).find(({ id }) => String(id) === given) ?? notFound()
  return (
    <>
      <PageHeader
        above={<Breadcrumb steps={[{ href: '/tray', label: 'Tray and drafts' }]} />}
        title="Edit a change in your tray"
        lead="It waits there until you send what is in your tray."
      />
      <ChangeForm
        change={item.change}
        rationale={item.rationale}
        evidence={item.evidence}
        lookups={await recordsOf(database(), item.lookups)}
        viewer={viewer}
        path={`/tray/${item.id}`}
        goes={{ to: 'tray', item: item.id }}
      />
    </>
  )
}
