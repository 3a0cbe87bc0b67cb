import type { Context } from '../context'
import type { Edit, Splice } from '../edits'
import type { Draft, Place, Rule } from '../finding'
import { editIn, editLine, placeAt, placeIn } from '../spot'

/* oxlint-disable no-control-regex, no-misleading-character-class -- finding these is what this is for */
const suspects = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g
const turns = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/
const controls = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/
/* oxlint-enable no-control-regex, no-misleading-character-class */
const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u
/** Scripts in which a character without width joins letters or parts words. */
const joining = /[\p{Script=Arabic}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Gujarati}\p{Script=Gurmukhi}\p{Extended_Pictographic}]/u

/** Characters that show nothing, or turn text around. */
export const invisibleCharacter: Rule = {
  name: 'invisible-character',
  reason: 'It breaks addresses and searches, or shows another text than the one that is there.',
  severity: 'warning',
  check: (context: Context): Draft[] => [
    ...context.lines.flatMap(({ text, kind }, line) =>
      kind === 'table' ? [] : draftsOf(text, line === 0, (at) => placeAt(line, at), (splice) => editLine(context, line, splice)),
    ),
    ...context.stretches.filter(({ kind }) => kind === 'cell').flatMap((stretch) =>
      draftsOf(stretch.source, stretch.line + stretch.column === 0, (at) => placeIn(stretch, at), (splice) => editIn(context, stretch, splice)),
    ),
  ],
}

/** What is to be said of a text. What is asked of all of it is asked once: it may hold as many of them as it is long. */
function draftsOf(text: string, isStart: boolean, placeOf: (at: number) => Place, editOf: (splice: Splice) => Edit[]): Draft[] {
  if (text.search(suspects) === -1) return []
  const [isRightToLeft, joins, shows] = [rightToLeft.test(text), joining.test(text), text.replace(suspects, '').trim() !== '']
  const isOut = (char: string) => (turns.test(char) ? !isRightToLeft : controls.test(char) || char === '\ufeff' || !joins)
  return Array.from(text.matchAll(suspects), ({ 0: char, index: at }) => ({ char, at }))
    // A byte-order mark may stand at the very start.
    .filter(({ char, at }) => !(isStart && at === 0 && char === '\ufeff') && isOut(char))
    // What turns text around may hide what it turns: somebody should look first. Where nothing else stands, a paragraph or table would part.
    .map(({ char, at }) => ({ place: placeOf(at), message: said(char), edits: shows && !turns.test(char) ? editOf({ from: at, to: at + 1, text: '' }) : [] }))
}

function said(char: string): string {
  const code = `U+${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
  const what = turns.test(char) ? 'that turns text around' : controls.test(char) ? 'that controls nothing here' : 'that nobody can see'
  return `There is a character (${code}) ${what}.`
}
