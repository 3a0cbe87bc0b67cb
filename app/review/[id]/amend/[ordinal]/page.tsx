import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ChangeForm } from '@/app/propose/change-form'
import { Stranded, wordsKept } from '@/app/propose/stranded'
import { Breadcrumb } from '@/components/site/breadcrumb'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { requireViewer } from '@/lib/auth/viewer'
import { database } from '@/lib/db'
import { amendable } from '@/lib/proposals/amendable'

export const metadata: Metadata = { title: 'Amend a change', robots: { index: false } }

/** The form in which a maintainer amends one change of a proposal. */
export default async function AmendPage({ params }: { params: Promise<{ id: string; ordinal: string }> }) {
  const { id, ordinal } = await params
  const path = `/review/${id}/amend/${ordinal}`
  const viewer = await requireViewer(path)
  const found = await amendable(database(), viewer, Number(id), /^\d{1,5}$/.test(ordinal) ? Number(ordinal) : -1)
  if (!found.ok && found.code === 'not-found') notFound()
  if (!found.ok && (await wordsKept(viewer, `amend:${id}/${ordinal}`)).length > 0) {
    return <Stranded viewer={viewer} form={`amend:${id}/${ordinal}`} title="This change can’t be amended any more" onward={<ButtonLink href={`/review/${id}`}>See the proposal</ButtonLink>} />
  }
  if (!found.ok) {
    return (
      <EmptyState level={1} title="This change can’t be amended" action={<ButtonLink href={`/review/${id}`}>See the proposal</ButtonLink>}>
        <p>{found.message}</p>
      </EmptyState>
    )
  }
  const { version, title, change, evidence } = found.value
  const goes = { to: 'amend', proposal: Number(id), version, ordinal: Number(ordinal) } as const
  return (
    <>
      <PageHeader
        above={<Breadcrumb steps={[{ href: '/review', label: 'Review' }, { href: `/review/${id}`, label: title }]} />}
        title="Amend the change"
        lead="What you put here is accepted in its place. The change as it was sent stays beside it, with the proposer’s name."
      />
      <ChangeForm {...{ change, path, goes, evidence }} rationale="" viewer={viewer} />
    </>
  )
}
