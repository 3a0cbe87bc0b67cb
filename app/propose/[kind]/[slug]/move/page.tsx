import type { Metadata } from 'next'
import { changePath, entryPath } from '@/components/entry/paths'
import { ChangeKinds } from '@/components/propose/change-kinds'
import { changeForm } from '@/components/propose/goes'
import { MoveForm } from '@/components/propose/move-form'
import { moveShape } from '@/components/propose/shapes'
import { Breadcrumb } from '@/components/site/breadcrumb'
import { PageHeader } from '@/components/ui/page-header'
import { requireViewer } from '@/lib/auth/viewer'
import { destinations } from '@/lib/catalog/form-data'
import { database } from '@/lib/db'
import { sendMove } from '../../../actions'
import { savedDraft } from '../../../kept'
import { Stranded } from '../../../stranded'
import { listed, type EntryRequest } from '../listed'

export async function generateMetadata({ params }: EntryRequest): Promise<Metadata> {
  return { title: `Move ${(await listed(params)).found?.name ?? 'an entry'}`, robots: { index: false } }
}

const goes = { to: 'submit' } as const

/** The form that proposes another place for an entry. */
export default async function MoveEntryPage({ params }: EntryRequest) {
  const { found, ...ref } = await listed(params)
  const path = changePath(ref, 'move')
  const viewer = await requireViewer(path)
  const form = changeForm({ kind: ref.kind, key: ref.slug }, 'move')
  if (!found) return <Stranded viewer={viewer} form={form} title="This entry is no longer in the list" />
  const { entry, key: slug, name, base, section } = found
  return (
    <>
      <PageHeader
        above={<Breadcrumb steps={[{ href: entryPath(ref), label: name }]} />}
        title={`Move ${name}`}
        lead={`It stands in ${section.heading}. Its address and its history stay.`}
      >
        <ChangeKinds entry={ref} at="move" />
      </PageHeader>
      <MoveForm
        {...{ path, base, goes }}
        destinations={await destinations(database(), entry.kind, slug)}
        section={section.slug}
        kept={{ name: form, viewer: viewer.id, about: name, start: { going: '', rationale: '' }, version: null, saved: await savedDraft(viewer, form, moveShape) }}
        action={sendMove.bind(null, { section: section.slug, key: slug, goes })}
      />
    </>
  )
}
