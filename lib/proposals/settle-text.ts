import { fail, ok, type Failure, type Result } from '@/lib/errors'
import type { TextChange } from '@/lib/readme/change'
import { sectionsOf, type Readme } from '@/lib/readme/parse'
import { patch } from '@/lib/readme/patch'
import { mergeLines, type MergedLines } from './merge-lines'
import { asOne, changedPassages, passagesOf, textChanges, type Passage } from './passages'

/** How a clash of text is settled: with what the catalog says by now, with what is proposed, or with what somebody writes. */
export type TextPick = { side: 'ours' | 'theirs' } | { side: 'written'; text: string }

/** The passage of a README as it is that a change of its text is about, and both brought together. */
export interface ClashingPassage extends MergedLines {
  above: string | null
}

/**
 * What a change of the text, made against `base`, and what happened since come to in its passage. Where the table beneath is gone, that is the one
 * above the next that is left. Null where the change moves or takes away tables.
 */
export function clashingPassage(base: Readme, now: Readme, change: TextChange): ClashingPassage | null {
  const after = patch(base, [change])
  const [changed, ...others] = (after.ok && changedPassages(base, after.value)) || []
  if (!changed || others.length > 0) return null
  const left = new Set(sectionsOf(now.parts).map(({ key }) => key))
  const known = passagesOf(base)
  const at = known.findIndex((passage) => passage.above === changed.above)
  const { above } = known.slice(at).find((passage) => passage.above === null || left.has(passage.above)) as Passage
  return { above, ...mergeLines(textAbove(known, changed.above), textAbove(passagesOf(now), above), changed.text) }
}

/** The text above a table that there is, or, null, behind the last one. */
function textAbove(passages: readonly Passage[], above: string | null): string {
  return (passages.find((passage) => passage.above === above) as Passage).text
}

/**
 * The change that settles a clash of text, made against the README as it is: of the lines that clash what is picked, and all else as both
 * sides have it. Fails as `invalid` with a message under `text`, and as `conflict` where the change moves or takes away tables.
 */
export function settleText(base: Readme, now: Readme, change: TextChange, pick: TextPick): Result<TextChange> {
  const passage = clashingPassage(base, now, change)
  if (!passage) return fail('conflict', 'This moves or removes tables: leave it out, or ask for changes.')
  const made = textChanges(now, passage.above, pick.side === 'written' ? pick.text : passage[pick.side])
  if (!made.ok) return refuse(made.message)
  const settled = asOne(now, made.value)
  return settled ? ok(settled) : refuse('Nothing of this change is left so: leave it out instead.')
}

function refuse(message: string): Failure {
  return fail('invalid', message, { text: message })
}
