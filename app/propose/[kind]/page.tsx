import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Breadcrumb } from '@/components/site/breadcrumb'
import { ProposeForm } from '@/components/propose/propose-form'
import { entryShape } from '@/components/propose/shapes'
import { blank } from '@/components/propose/values'
import { kindWords } from '@/components/propose/words'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { requireViewer } from '@/lib/auth/viewer'
import { entryKinds, type EntryKind } from '@/lib/catalog/entry'
import { sectionFrames, suggestions } from '@/lib/catalog/form-data'
import { database } from '@/lib/db'
import { send } from '../actions'
import { savedDraft } from '../kept'

interface Request {
  params: Promise<{ kind: string }>
  searchParams: Promise<{ section?: string | string[] }>
}

function kindOf(text: string): EntryKind {
  return entryKinds.find((kind) => kind === text) ?? notFound()
}

export async function generateMetadata({ params }: Request): Promise<Metadata> {
  return { title: kindWords[kindOf((await params).kind)].title, robots: { index: false } }
}

const goes = { to: 'submit' } as const

/** The form for a new entry of a kind. */
export default async function ProposeKindPage({ params, searchParams }: Request) {
  const kind = kindOf((await params).kind)
  const { section } = await searchParams
  const path = `/propose/${kind}` + (typeof section === 'string' ? `?${new URLSearchParams({ section })}` : '')
  const viewer = await requireViewer(path)
  const [sections, known, saved] = await Promise.all([sectionFrames(database(), kind), suggestions(database()), savedDraft(viewer, kind, entryShape)])
  const chosen = sections.find(({ slug }) => slug === section)
  return (
    <>
      <PageHeader
        above={<Breadcrumb steps={[{ href: '/propose', label: 'Propose' }]} />}
        title={kindWords[kind].title}
        lead={kindWords[kind].line}
      />
      {sections.length === 0 ? (
        <EmptyState title="The list has no table for this" action={<ButtonLink href="/propose">Propose something else</ButtonLink>} />
      ) : (
        <ProposeForm
          {...{ kind, sections, path, goes, saved, send }}
          name={kind}
          start={blank(chosen?.slug ?? '', sections)}
          suggestions={known}
          viewer={viewer.id}
        />
      )}
    </>
  )
}
