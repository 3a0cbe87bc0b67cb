import { proposedValues } from '@/components/propose/edit-values'
import { formName, type Goes } from '@/components/propose/goes'
import { MoveForm } from '@/components/propose/move-form'
import { ProposeForm } from '@/components/propose/propose-form'
import { RemoveForm } from '@/components/propose/remove-form'
import { valuesOf } from '@/components/propose/values'
import { Notice } from '@/components/ui/notice'
import type { Viewer } from '@/lib/auth/policy'
import { destinations, listedEntryIn, sectionFrames, suggestions } from '@/lib/catalog/form-data'
import { database } from '@/lib/db'
import type { FormChange } from '@/lib/proposals/change'
import { send, sendMove, sendRemoval } from './actions'
import { savedDraft } from './kept'

interface Props {
  change: FormChange
  rationale: string
  viewer: Viewer
  /** The page's own path. */
  path: string
  goes: Goes
}

/** The form that a change was sent from, filled with it, over the list as it is now. */
export async function ChangeForm({ change, rationale, viewer, path, goes }: Props) {
  const shared = { path, viewer: viewer.id, goes, send }
  if (change.op === 'add') {
    const { kind } = change.entry
    const [sections, known, saved] = await Promise.all([sectionFrames(database(), kind), suggestions(database()), savedDraft(viewer, formName(goes, kind, undefined))])
    return <ProposeForm {...{ ...shared, kind, sections, saved }} start={valuesOf(change, rationale, sections)} suggestions={known} />
  }
  const found = await listedEntryIn(database(), change.section, change.key)
  if (!found) return <Notice tone="warning" title="The entry is gone">The entry that this is about is no longer in the list.</Notice>
  const { section, key, base, entry } = found
  const about = { section: section.slug, key, goes }
  const places = await destinations(database(), entry.kind, key)
  switch (change.op) {
    case 'edit': {
      const edited = { ...found, section: section.slug }
      const start = proposedValues(edited, change, rationale, [section])
      const saved = await savedDraft(viewer, formName(goes, entry.kind, edited))
      return <ProposeForm {...{ ...shared, edited, start, saved }} kind={entry.kind} sections={[section]} suggestions={await suggestions(database())} />
    }
    case 'remove': {
      const start = { reason: change.reason, into: change.into ?? '' }
      return <RemoveForm {...{ path, base, goes, start }} destinations={places} action={sendRemoval.bind(null, about)} />
    }
    case 'move': {
      const start = { going: { to: change.to ?? section.slug, place: change.place }, rationale }
      return <MoveForm {...{ path, base, goes, start }} destinations={places} section={section.slug} action={sendMove.bind(null, about)} />
    }
  }
}
