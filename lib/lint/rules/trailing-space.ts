import type { Context, SourceLine } from '../context'
import type { Draft, Rule } from '../finding'
import { editLine, placeAt } from '../spot'

/** Blanks at the end of a line that break no line. */
export const trailingSpace: Rule = {
  name: 'trailing-space',
  reason: 'Editors take it away unasked, and the change shows lines that nobody meant to touch.',
  severity: 'note',
  check(context: Context): Draft[] {
    const drafts = context.lines.flatMap((line, index) => {
      const kept = line.text.trimEnd().length
      if (line.kind !== 'text' || kept === line.text.length || kept === 0 || breaksLine(line, context.lines[index + 1])) return []
      const edits = editLine(context, index, { from: kept, to: line.text.length, text: '' })
      return [{ place: placeAt(index, kept), message: 'This line ends in blanks.', edits }]
    })
    const [first] = drafts
    if (!first || drafts.length <= most) return drafts
    return [{ ...first, message: `This line and ${drafts.length - 1} others end in blanks.`, edits: drafts.flatMap(({ edits }) => edits) }]
  },
}

/** More of them are an editor's manner, and told at once. */
const most = 10

/** Two spaces before another line of the paragraph are a line break. */
function breaksLine({ text }: SourceLine, next: SourceLine | undefined): boolean {
  return text.endsWith('  ') && next?.kind === 'text' && next.text.trim() !== ''
}
