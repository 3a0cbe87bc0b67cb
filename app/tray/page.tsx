import type { Metadata } from 'next'
import { BlockedNotice } from '@/components/account/blocked-notice'
import { ReadmeDiff } from '@/components/proposal/readme-diff'
import { FindingList } from '@/components/proposal/finding-list'
import { SidePanel } from '@/components/proposal/side-panel'
import { SendTrayForm } from '@/components/propose/send-tray-form'
import { TrayList } from '@/components/propose/tray-list'
import { TypedList } from '@/components/propose/typed-list'
import { UnsentList } from '@/components/propose/unsent-list'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { PagePart } from '@/components/ui/page-part'
import { requireViewer } from '@/lib/auth/viewer'
import { database } from '@/lib/db'
import { unsentForms } from '@/lib/proposals/drafts'
import { previewTray } from '@/lib/proposals/tray-preview'
import { drop, send, takeOut } from './actions'
import { typedForms } from './typed'

export const metadata: Metadata = { title: 'Tray and drafts', robots: { index: false } }

/** What the viewer collected to send as one proposal, and what they began and did not finish. */
export default async function TrayPage() {
  const viewer = await requireViewer('/tray')
  const [tray, unsent] = await Promise.all([previewTray(database(), viewer), unsentForms(database(), viewer)])
  if (tray.items.length === 0 && unsent.length === 0) return <Nothing />
  return (
    <>
      <PageHeader title="Tray and drafts" lead="Collect changes while you browse: on an entry’s page, or at the text, “Suggest a change”, and put it into the tray. What is here goes together, as one proposal." />
      {viewer.blocked && <div className="mb-8"><BlockedNotice /></div>}
      <div className="space-y-12">
        {tray.items.length > 0 && (
          <div className="grid gap-10 lg:grid-cols-[minmax(0,1fr)_20rem]">
            <div className="min-w-0 space-y-10 lg:col-start-1 lg:row-start-1">
              <PagePart title={tray.items.length === 1 ? 'One change in your tray' : `${tray.items.length} changes in your tray`}>
                <TrayList items={tray.items} takeOut={viewer.blocked ? null : takeOut} />
              </PagePart>
              {tray.limited && <Notice tone="info" title="What README.md becomes is not shown for now.">{tray.limited}</Notice>}
              <FindingList findings={tray.findings} />
              {tray.readme && <PagePart title="What README.md becomes"><ReadmeDiff diff={tray.readme} /></PagePart>}
            </div>
            {!viewer.blocked && (
              <SidePanel title="Send them together">
                <SendTrayForm {...tray} action={send} />
              </SidePanel>
            )}
          </div>
        )}
        {unsent.length > 0 && <PagePart title="Not finished">{viewer.blocked ? <TypedList forms={await typedForms(viewer, unsent)} /> : <UnsentList forms={unsent} drop={drop} />}</PagePart>}
      </div>
    </>
  )
}

function Nothing() {
  return (
    <EmptyState level={1} title="Your tray is empty" action={<ButtonLink href="/" variant="primary">Browse the catalog</ButtonLink>}>
      Collect changes while you browse: on an entry’s page, “Suggest a change”, and put it into the tray. They go together, as one proposal. Forms that
      you begin and do not send are kept here, too.
    </EmptyState>
  )
}
