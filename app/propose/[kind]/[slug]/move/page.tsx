import type { Metadata } from 'next'
import { changePath, entryPath } from '@/components/entry/paths'
import { ChangeKinds } from '@/components/propose/change-kinds'
import { MoveForm } from '@/components/propose/move-form'
import { Breadcrumb } from '@/components/site/breadcrumb'
import { PageHeader } from '@/components/ui/page-header'
import { requireViewer } from '@/lib/auth/viewer'
import { destinations } from '@/lib/catalog/form-data'
import { database } from '@/lib/db'
import { sendMove } from '../../../actions'
import { listed, type EntryRequest } from '../listed'

export async function generateMetadata({ params }: EntryRequest): Promise<Metadata> {
  return { title: `Move ${(await listed(params)).name}`, robots: { index: false } }
}

const goes = { to: 'submit' } as const

/** The form that proposes another place for an entry. */
export default async function MoveEntryPage({ params }: EntryRequest) {
  const { entry, key: slug, name, base, section } = await listed(params)
  const ref = { kind: entry.kind, slug }
  const path = changePath(ref, 'move')
  await requireViewer(path)
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
        start={{ going: null, rationale: '' }}
        action={sendMove.bind(null, { section: section.slug, key: slug, goes })}
      />
    </>
  )
}
