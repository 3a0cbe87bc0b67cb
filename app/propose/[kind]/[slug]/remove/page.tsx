import type { Metadata } from 'next'
import { changePath, entryPath } from '@/components/entry/paths'
import { EntryFields } from '@/components/entry/entry-fields'
import { ChangeKinds } from '@/components/propose/change-kinds'
import { changeForm } from '@/components/propose/goes'
import { RemoveForm } from '@/components/propose/remove-form'
import { removalShape } from '@/components/propose/shapes'
import { Breadcrumb } from '@/components/site/breadcrumb'
import { PageHeader } from '@/components/ui/page-header'
import { requireViewer } from '@/lib/auth/viewer'
import { destinations } from '@/lib/catalog/form-data'
import { database } from '@/lib/db'
import { sendRemoval } from '../../../actions'
import { savedDraft } from '../../../kept'
import { Stranded } from '../../../stranded'
import { listed, type EntryRequest } from '../listed'

export async function generateMetadata({ params }: EntryRequest): Promise<Metadata> {
  return { title: `Remove ${(await listed(params)).found?.name ?? 'an entry'}`, robots: { index: false } }
}

const goes = { to: 'submit' } as const

/** The form that proposes to remove an entry. */
export default async function RemoveEntryPage({ params }: EntryRequest) {
  const { found, ...ref } = await listed(params)
  const path = changePath(ref, 'remove')
  const viewer = await requireViewer(path)
  const form = changeForm({ kind: ref.kind, key: ref.slug }, 'remove')
  if (!found) return <Stranded viewer={viewer} form={form} title="This entry is no longer in the list" />
  const { entry, key: slug, name, base, section } = found
  return (
    <>
      <PageHeader
        above={<Breadcrumb steps={[{ href: entryPath(ref), label: name }]} />}
        title={`Remove ${name}`}
        lead="Its page stays, and says why it went. Nothing is ever deleted, and a maintainer can bring it back."
      >
        <ChangeKinds entry={ref} at="remove" />
      </PageHeader>
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-2">
        <RemoveForm
          {...{ path, base, goes }}
          destinations={await destinations(database(), entry.kind, slug)}
          kept={{ name: form, viewer: viewer.id, about: name, start: { reason: '', into: '' }, version: null, saved: await savedDraft(viewer, form, removalShape) }}
          action={sendRemoval.bind(null, { section: section.slug, key: slug, goes })}
        />
        <section aria-labelledby="says">
          <h2 id="says" className="mb-3 text-lg font-semibold">What the list says</h2>
          <EntryFields entry={entry} />
        </section>
      </div>
    </>
  )
}
