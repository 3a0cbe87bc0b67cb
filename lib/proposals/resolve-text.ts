import { sectionName } from '@/lib/catalog/section-name'
import type { Db } from '@/lib/db'
import { fail, ok, type Result } from '@/lib/errors'
import type { TextChange } from '@/lib/readme/change'
import { currentRevision } from '@/lib/readme/load'
import { loadNear, loadOutline } from '@/lib/readme/load-text'
import { sectionsOf, type Readme } from '@/lib/readme/parse'
import { sectionsAround } from '@/lib/readme/reach'
import type { FormText } from './change'
import { mergeLines, type LineClash } from './merge-lines'
import { passageOf, passagesOf, textChanges } from './passages'
import { passageName } from './title'

/** What a form says of a passage, as changes of the README's text as it is at a revision, and what the passage is called. */
export interface ResolvedText {
  changes: TextChange[]
  name: string
}

/**
 * Makes of another text for a passage changes of the README as it is at `revision`; what the catalog changed elsewhere in the text since
 * stands. The tables' rows are not read. Fails as `invalid` with a message under `text`, and as `conflict` where the same lines were
 * changed meanwhile.
 */
export async function resolveText(db: Db, change: FormText, revision: number): Promise<Result<ResolvedText>> {
  // Where the tables around it do not tell what becomes of the text, all do, or it is refused by them.
  const near = await resolveWith((at) => loadNear(db, at, ({ parts }) => sectionsAround(parts, passageOf(parts, change.above))), change, revision)
  return near.ok ? near : resolveWith((at) => loadOutline(db, at), change, revision)
}

async function resolveWith(load: (revision: number) => Promise<Readme>, change: FormText, revision: number): Promise<Result<ResolvedText>> {
  const then = await load(change.base)
  const name = nameIn(then, change.above)
  const now = change.base === revision ? then : await load(revision)
  const text = now === then ? ok(change.text) : broughtOn(then, now, change, name)
  if (!text.ok) return text
  const made = textChanges(now, change.above, text.value)
  if (!made.ok) return refuseText(made.message)
  return made.value.length === 0 ? refuseText('This is what the README says already.') : ok({ changes: made.value, name })
}

/** What a change says of its passage, with what the catalog changed there since. */
function broughtOn(then: Readme, now: Readme, { above, text }: FormText, name: string): Result<string> {
  const [was, is] = [then, now].map((readme) => passagesOf(readme).find((passage) => passage.above === above))
  if (!was) return refuseText('There is no such passage of the README.')
  const told = `${name.charAt(0).toUpperCase()}${name.slice(1)}`
  if (!is) return fail('conflict', `${told} is gone: its table was removed meanwhile. Write what should stand elsewhere into the passage that it belongs to.`)
  const { theirs, clashes } = mergeLines(was.text, is.text, text)
  return clashes.length === 0 ? ok(theirs) : fail('conflict', `${told} was changed meanwhile, in the same lines. Open the form again: it brings both together.`)
}

/** A failure that is told at the text. */
export function refuseText(message: string) {
  return fail('invalid', message, { text: message })
}

function nameIn({ parts }: Readme, above: string | null): string {
  const section = sectionsOf(parts).find(({ key }) => key === above)
  return passageName(section ? sectionName({ ...section, slug: section.key }) : null)
}

/** A passage as a form shows it: what the README says there now, and what is proposed for it, brought together with that. */
export interface PassageNow {
  above: string | null
  heading: string | null
  /** The revision that it is so at. */
  base: number
  now: string
  text: string
  /** Lines that were changed meanwhile and by the proposal: as they were, as they are, and as proposed, which stands in `text`. */
  clashes: LineClash[]
}

/** The passage above the table of a section, or, null, behind the last one, as it is; null where there is none such, or none any more. */
export async function passageNow(db: Db, above: string | null): Promise<PassageNow | null> {
  const base = await currentRevision(db)
  const passage = base === 0 ? undefined : passagesOf(await loadOutline(db, base)).find((one) => one.above === above)
  if (!passage) return null
  // As a form has it.
  const text = passage.text.replace(/\r\n?/g, '\n')
  return { above, heading: passage.heading, base, now: text, text, clashes: [] }
}

/** The same with what a change says of it, over what it says now. */
export async function proposedPassage(db: Db, { base, above, text }: FormText): Promise<PassageNow | null> {
  const passage = await passageNow(db, above)
  if (!passage) return null
  const then = passagesOf(await loadOutline(db, base)).find((one) => one.above === above)
  const { theirs, clashes } = mergeLines(then?.text ?? '', passage.now, text)
  return { ...passage, text: theirs, clashes }
}
