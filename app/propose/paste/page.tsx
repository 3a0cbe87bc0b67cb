import type { Metadata } from 'next'
import { pasteForm } from '@/components/propose/goes'
import { PasteForm } from '@/components/propose/paste-form'
import { pasteShape } from '@/components/propose/shapes'
import { Breadcrumb } from '@/components/site/breadcrumb'
import { PageHeader } from '@/components/ui/page-header'
import { requireViewer } from '@/lib/auth/viewer'
import { listedKinds, sectionFrames } from '@/lib/catalog/form-data'
import { database } from '@/lib/db'
import { send } from '../actions'
import { savedDraft } from '../kept'
import { read } from './actions'

export const metadata: Metadata = { title: 'Propose many entries', robots: { index: false } }

/** Where rows of a table are pasted, mended, and proposed together. */
export default async function PastePage() {
  const viewer = await requireViewer('/propose/paste')
  const kinds = await listedKinds(database())
  const sections = (await Promise.all(kinds.map((kind) => sectionFrames(database(), kind)))).flat()
  return (
    <>
      <PageHeader
        above={<Breadcrumb steps={[{ href: '/propose', label: 'Propose' }]} />}
        title="Propose many entries"
        lead="Paste rows of a markdown table or of a spreadsheet, or a bibliography. You see each as an entry, mend what does not fit, and send them as one proposal."
      />
      <PasteForm sections={sections} viewer={viewer.id} saved={await savedDraft(viewer, pasteForm, pasteShape)} send={send} readBibliography={read} />
    </>
  )
}
