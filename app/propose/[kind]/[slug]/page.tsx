import type { Metadata } from 'next'
import { changePath, entryPath } from '@/components/entry/paths'
import { ChangeKinds } from '@/components/propose/change-kinds'
import { listedValues } from '@/components/propose/edit-values'
import { changeForm } from '@/components/propose/goes'
import { ProposeForm } from '@/components/propose/propose-form'
import { entryShape } from '@/components/propose/shapes'
import { Breadcrumb } from '@/components/site/breadcrumb'
import { PageHeader } from '@/components/ui/page-header'
import { requireViewer } from '@/lib/auth/viewer'
import { suggestions } from '@/lib/catalog/form-data'
import { database } from '@/lib/db'
import { send } from '../../actions'
import { savedDraft } from '../../kept'
import { Stranded } from '../../stranded'
import { listed, type EntryRequest } from './listed'

export async function generateMetadata({ params }: EntryRequest): Promise<Metadata> {
  return { title: `Suggest a change to ${(await listed(params)).found?.name ?? 'an entry'}`, robots: { index: false } }
}

const goes = { to: 'submit' } as const

/** The form that changes an entry's fields. */
export default async function ChangeEntryPage({ params }: EntryRequest) {
  const { kind, slug, found } = await listed(params)
  const path = changePath({ kind, slug })
  const viewer = await requireViewer(path)
  const name = changeForm({ kind, key: slug })
  if (!found) return <Stranded viewer={viewer} form={name} title="This entry is no longer in the list" />
  const { section, ...entry } = found
  const edited = { ...entry, section: section.slug }
  return (
    <>
      <PageHeader
        above={<Breadcrumb steps={[{ href: entryPath({ kind, slug: found.key }), label: found.name }]} />}
        title="Suggest a change"
        lead={`Change what the list says of ${found.name}. A maintainer decides, and only what you change is changed.`}
      >
        <ChangeKinds entry={{ kind, slug: found.key }} at="edit" />
      </PageHeader>
      <ProposeForm
        {...{ kind, path, edited, goes, send, name }}
        saved={await savedDraft(viewer, name, entryShape)}
        sections={[section]}
        start={listedValues(edited, [section])}
        suggestions={await suggestions(database())}
        viewer={viewer.id}
      />
    </>
  )
}
