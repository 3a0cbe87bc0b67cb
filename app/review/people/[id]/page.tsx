import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import { ProposalList } from '@/components/proposal/proposal-list'
import { SidePanel } from '@/components/proposal/side-panel'
import { UndoForm } from '@/components/proposal/undo-form'
import { BlockPart } from '@/components/review/block-part'
import { RejectedNotice } from '@/components/review/rejected-notice'
import { Breadcrumb } from '@/components/site/breadcrumb'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Time } from '@/components/ui/time'
import { requireViewer } from '@/lib/auth/viewer'
import { database } from '@/lib/db'
import { personRecord } from '@/lib/proposals/person-record'
import { block as blockThem, rejectWaiting, unblock, undoAll } from './actions'

export const metadata: Metadata = { title: 'A contributor', robots: { index: false } }

/** What a contributor proposed, and what became of it. */
export default async function PersonPage({ params, searchParams }: { params: Promise<{ id: string }>; searchParams: Promise<Record<'rejected' | 'left', string | string[] | undefined>> }) {
  const { id } = await params
  const told = await searchParams
  const path = `/review/people/${id}`
  const viewer = await requireViewer(path)
  if (!z.uuid().safeParse(id).success) notFound()
  const found = await personRecord(database(), viewer, id)
  if (!found.ok && found.code === 'not-found') notFound()
  if (!found.ok) redirect('/account')
  const { name, role, since, accepted, rejected, open, waiting, proposals, mayUndo, block, mayBlock } = found.value
  return (
    <>
      <PageHeader
        above={<Breadcrumb steps={[{ href: '/review', label: 'Review' }]} />}
        title={name}
        lead={<>{role[0]?.toUpperCase()}{role.slice(1)} since <Time at={since} dateOnly />. {accepted} accepted, {rejected} rejected, {open} open.</>}
      />
      <RejectedNotice rejected={told.rejected} left={told.left} />
      <div className="grid gap-10 lg:grid-cols-[minmax(0,1fr)_20rem]">
        {((mayUndo && accepted > 0) || mayBlock || block) && (
          <SidePanel title="What you can do">
            <BlockPart {...{ id, path, block, unblock, mayBlock, rejectWaiting, waiting }} blockThem={blockThem} />
            {mayUndo && accepted > 0 && (
              <UndoForm
                action={undoAll}
                what={{ person: id }}
                path={path}
                summary="Undo all that was accepted"
                words="This makes one proposal that takes all of it back, for another maintainer to decide. What others changed since stays."
              />
            )}
          </SidePanel>
        )}
        <section aria-label="Proposals" className="min-w-0 lg:col-start-1 lg:row-start-1">
          {proposals.length === 0 ? <EmptyState title="Nothing proposed yet" /> : <ProposalList items={proposals} to="/review" />}
        </section>
      </div>
    </>
  )
}
