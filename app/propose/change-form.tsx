import { proposedValues } from '@/components/propose/edit-values'
import { formName, proposalIn, type Goes } from '@/components/propose/goes'
import { KeptWords } from '@/components/propose/kept-words'
import { MoveForm } from '@/components/propose/move-form'
import { PassageForm } from '@/components/propose/passage-form'
import { printPlace } from '@/components/propose/place-options'
import { ProposeForm } from '@/components/propose/propose-form'
import { RemoveForm } from '@/components/propose/remove-form'
import { entryShape, moveShape, passageShape, removalShape } from '@/components/propose/shapes'
import { valuesOf, type Values } from '@/components/propose/values'
import { Notice } from '@/components/ui/notice'
import type { Viewer } from '@/lib/auth/policy'
import { destinations, listedEntryIn, sectionFrames, suggestions } from '@/lib/catalog/form-data'
import { database } from '@/lib/db'
import type { Evidence } from '@/lib/lookup/evidence'
import type { LookupRecord } from '@/lib/lookup/record'
import type { FormChange, FormText } from '@/lib/proposals/change'
import { proposedPassage } from '@/lib/proposals/resolve-text'
import { passageName } from '@/lib/proposals/title'
import { send, sendMove, sendRemoval } from './actions'
import { savedDraft } from './kept'
import { wordsKept } from './stranded'
import { sendPassage } from './text/actions'

interface Props {
  change: FormChange
  rationale: string
  viewer: Viewer
  /** The page's own path. */
  path: string
  goes: Goes
  /** The form's name, where that is not told by where it sends what it holds. */
  name?: string
  /** What bore out values of the change before, and the look-ups that it names. */
  evidence?: readonly Evidence[]
  lookups?: LookupRecord[]
}

/** The form that a change was sent from, filled with it, over the list as it is now. */
export async function ChangeForm({ name: given, ...props }: Props) {
  const { change, rationale, viewer, path, goes, evidence = [] } = props
  const name = given ?? formName(goes, change.op)
  const version = proposalIn(goes)?.version ?? null
  if (change.op === 'text') return <TextForm {...props} change={change} name={name} version={version} />
  const shared = { path, viewer: viewer.id, goes, send, name, evidence }
  const withLookups = (values: Values) => ({ ...values, lookups: props.lookups ?? [] })
  if (change.op === 'add') {
    const { kind } = change.entry
    const [sections, known, saved] = await Promise.all([sectionFrames(database(), kind), suggestions(database()), savedDraft(viewer, name, entryShape)])
    return <ProposeForm {...{ ...shared, kind, sections, saved }} start={withLookups(valuesOf(change, rationale, sections))} suggestions={known} />
  }
  const found = await listedEntryIn(database(), change.section, change.key)
  if (!found) return <Gone viewer={viewer} name={name} title="The entry is gone">The entry that this is about is no longer in the list.</Gone>
  const { section, key, base, entry } = found
  const about = { section: section.slug, key, goes }
  const kept = { name, viewer: viewer.id, about: found.name, version }
  const places = await destinations(database(), entry.kind, key)
  switch (change.op) {
    case 'edit': {
      const edited = { ...found, section: section.slug }
      const start = withLookups(proposedValues(edited, change, rationale, [section]))
      const saved = await savedDraft(viewer, name, entryShape)
      return <ProposeForm {...{ ...shared, edited, start, saved }} kind={entry.kind} sections={[section]} suggestions={await suggestions(database())} />
    }
    case 'remove': {
      const start = { reason: change.reason, into: change.into ?? '' }
      const saved = await savedDraft(viewer, name, removalShape)
      return <RemoveForm {...{ path, base, goes }} kept={{ ...kept, start, saved }} destinations={places} action={sendRemoval.bind(null, about)} />
    }
    case 'move': {
      const start = { going: printPlace({ to: change.to ?? section.slug, place: change.place }), rationale }
      const saved = await savedDraft(viewer, name, moveShape)
      return <MoveForm {...{ path, base, goes }} kept={{ ...kept, start, saved }} destinations={places} section={section.slug} action={sendMove.bind(null, about)} />
    }
  }
}

/** The form of a passage, with what is proposed for it over what it says now. */
async function TextForm({ change, rationale, viewer, path, goes, name, version }: Props & { change: FormText; name: string; version: number | null }) {
  const passage = await proposedPassage(database(), change)
  if (!passage) {
    return <Gone viewer={viewer} name={name} title="The table beneath this text is gone" also={change.text}>Put what should stand elsewhere into the passage that it belongs to.</Gone>
  }
  const { base, above, text, clashes } = passage
  const kept = { name, viewer: viewer.id, about: passageName(passage.heading), start: { text, rationale }, version, saved: await savedDraft(viewer, name, passageShape) }
  return <PassageForm key={base} {...{ path, goes, base, clashes, kept }} action={sendPassage.bind(null, { above, goes })} />
}

/** Stands for a form whose subject is gone: what was proposed or typed is there to be copied. */
async function Gone({ viewer, name, title, also, children }: { viewer: Viewer; name: string; title: string; also?: string; children: string }) {
  const words = await wordsKept(viewer, name)
  const proposed = also === undefined ? [] : [{ label: 'What was proposed', text: also }]
  return (
    <div className="space-y-6">
      <Notice tone="warning" title={title}>{children}</Notice>
      <KeptWords words={[...proposed, ...words]} />
    </div>
  )
}
