import { sendMove, sendRemoval } from '@/app/propose/[kind]/[slug]/actions'
import { proposedValues } from '@/components/propose/edit-values'
import { MoveForm } from '@/components/propose/move-form'
import { ProposeForm } from '@/components/propose/propose-form'
import { RemoveForm } from '@/components/propose/remove-form'
import { valuesOf } from '@/components/propose/values'
import { destinations, listedEntryIn, sectionFrames, suggestions } from '@/lib/catalog/form-data'
import { database } from '@/lib/db'
import type { FormChange } from '@/lib/proposals/change'
import { sendRevision } from './actions'
import { NotNow } from './not-now'

interface Props {
  change: FormChange
  rationale: string
  /** The signed-in person's id. */
  viewer: string
  revises: { proposal: number; version: number }
}

/** The form that a change was sent from, filled with it as the list is now. */
export async function RevisionForm({ change, rationale, viewer, revises }: Props) {
  const path = `/proposals/${revises.proposal}/revise`
  const shared = { path, viewer, revises, send: sendRevision.bind(null, revises) }
  if (change.op === 'add') {
    const { kind } = change.entry
    const [sections, known] = await Promise.all([sectionFrames(database(), kind), suggestions(database())])
    return <ProposeForm {...{ ...shared, kind, sections }} start={valuesOf(change, rationale, sections)} suggestions={known} />
  }
  const found = await listedEntryIn(database(), change.section, change.key)
  if (!found) return <NotNow id={revises.proposal} level={2}>The entry that it is about is no longer in the list. You can withdraw it.</NotNow>
  const { section, key, base, entry } = found
  const about = { section: section.slug, key, revises }
  switch (change.op) {
    case 'edit': {
      const edited = { ...found, section: section.slug }
      const start = proposedValues(edited, change, rationale, [section])
      return <ProposeForm {...{ ...shared, edited, start }} kind={entry.kind} sections={[section]} suggestions={await suggestions(database())} />
    }
    case 'remove':
      return <RemoveForm {...{ path, base, revises }} reason={change.reason} action={sendRemoval.bind(null, about)} />
    case 'move': {
      const start = { going: { to: change.to ?? section.slug, place: change.place }, rationale }
      const places = await destinations(database(), entry.kind, key)
      return <MoveForm {...{ path, base, revises, start }} destinations={places} section={section.slug} action={sendMove.bind(null, about)} />
    }
  }
}
