import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PassageForm } from '@/components/propose/passage-form'
import { Breadcrumb } from '@/components/site/breadcrumb'
import { PageHeader } from '@/components/ui/page-header'
import { requireViewer } from '@/lib/auth/viewer'
import { database } from '@/lib/db'
import { readmePassages } from '@/lib/proposals/propose-text'
import { see, send } from '../actions'

export const metadata: Metadata = { title: 'Suggest a change to the text', robots: { index: false } }

/** The form that changes a passage of the README. */
export default async function PassagePage({ params }: { params: Promise<{ index: string }> }) {
  const { index: given } = await params
  const path = `/propose/text/${given}`
  await requireViewer(path)
  const { base, passages } = await readmePassages(database())
  const passage = passages.find(({ index }) => String(index) === given) ?? notFound()
  return (
    <>
      <PageHeader
        above={<Breadcrumb steps={[{ href: '/propose', label: 'Propose' }, { href: '/propose/text', label: 'The text' }]} />}
        title={passage.above === null ? 'The text behind the last table' : `The text above ${passage.above}`}
        lead="Written in markdown. You see what your change does before you send it."
      />
      <PassageForm {...{ path, see, send }} passage={{ ...passage, base, rationale: '' }} revises={null} />
    </>
  )
}
