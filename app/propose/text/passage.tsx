import type { ReactNode } from 'react'
import { Stranded } from '@/app/propose/stranded'
import { passageForm, passagePath } from '@/components/propose/goes'
import { PassageForm } from '@/components/propose/passage-form'
import { passageShape } from '@/components/propose/shapes'
import { Breadcrumb } from '@/components/site/breadcrumb'
import { PageHeader } from '@/components/ui/page-header'
import { requireViewer } from '@/lib/auth/viewer'
import { database } from '@/lib/db'
import { passageNow } from '@/lib/proposals/resolve-text'
import { passageName } from '@/lib/proposals/title'
import { savedDraft } from '../kept'
import { sendPassage } from './actions'

const goes = { to: 'submit' } as const

/** The page of the form that changes a passage of the README: the one above the table of a section, or, null, behind the last table. */
export async function PassagePage({ above }: { above: string | null }): Promise<ReactNode> {
  const path = passagePath(above)
  const viewer = await requireViewer(path)
  const name = passageForm(above)
  const passage = await passageNow(database(), above)
  if (!passage) return <Stranded viewer={viewer} form={name} title="The table beneath this text is gone" />
  const about = passageName(passage.heading)
  return (
    <>
      <PageHeader
        above={<Breadcrumb steps={[{ href: '/propose', label: 'Propose' }, { href: '/propose/text', label: 'The text' }]} />}
        title={about.charAt(0).toUpperCase() + about.slice(1)}
        lead="Written in markdown. You see what your change does before you send it."
      />
      <PassageForm
        key={passage.base}
        {...{ path, goes }}
        base={passage.base}
        clashes={[]}
        kept={{ name, viewer: viewer.id, about, start: { text: passage.text, rationale: '' }, version: null, saved: await savedDraft(viewer, name, passageShape) }}
        action={sendPassage.bind(null, { above, goes })}
      />
    </>
  )
}
