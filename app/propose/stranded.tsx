import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { drop } from '@/app/tray/actions'
import { QuietForm } from '@/components/proposal/quiet-form'
import { readAnyDraft } from '@/components/propose/draft'
import { KeptWords } from '@/components/propose/kept-words'
import { typedWords } from '@/components/propose/typed-words'
import { Breadcrumb } from '@/components/site/breadcrumb'
import { ButtonLink } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import type { Viewer } from '@/lib/auth/policy'
import { database } from '@/lib/db'
import { readDraft } from '@/lib/proposals/drafts'

interface Props {
  viewer: Viewer
  /** The form's name. */
  form: string
  /** Why there is no such form any more. */
  title: string
  /** Where one goes on. */
  onward?: ReactNode
}

/** Stands for a form whose subject is gone: what was typed into it is there to be copied; not found where nothing was. */
export async function Stranded({ viewer, form, title, onward }: Props) {
  const words = await wordsKept(viewer, form)
  if (words.length === 0) notFound()
  return (
    <>
      <PageHeader
        above={<Breadcrumb steps={[{ href: '/tray', label: 'Tray and drafts' }]} />}
        title={title}
        lead="What you typed is kept. Copy from it what you need for another proposal, and throw it away when you are done."
      />
      <KeptWords words={words} />
      <div className="mt-8 flex flex-wrap items-center gap-3">
        {onward ?? <ButtonLink href="/propose">Propose something else</ButtonLink>}
        <QuietForm action={drop} name="form" value={form} label="Throw away what I typed">Throw away</QuietForm>
      </div>
    </>
  )
}

/** What the viewer typed into a form, as the portal keeps it. */
export async function wordsKept(viewer: Viewer, form: string): Promise<{ label: string; text: string }[]> {
  const read = readAnyDraft((await readDraft(database(), viewer, form))?.content)
  return read ? typedWords<object>(read.draft) : []
}
