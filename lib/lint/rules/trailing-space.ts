import type { Context, SourceLine } from '../context'
import type { Draft, Rule } from '../finding'
import { editLine, placeAt } from '../spot'

/** Blanks at the end of a line that break no line. */
export const trailingSpace: Rule = {
  name: 'trailing-space',
  reason: 'Editors take it away unasked, and the change shows lines that nobody meant to touch.',
  severity: 'note',
  check: (context: Context): Draft[] =>
    context.lines.flatMap((line, index) => {
      const kept = line.text.trimEnd().length
      if (line.kind !== 'text' || kept === line.text.length || kept === 0 || breaksLine(line, context.lines[index + 1])) return []
      return [{
        place: placeAt(index, kept),
        message: 'This line ends in blanks.',
        edits: editLine(context, index, { from: kept, to: line.text.length, text: '' }),
      }]
    }),
}

/** Two spaces before another line of the paragraph are a line break. */
function breaksLine({ text }: SourceLine, next: SourceLine | undefined): boolean {
  return text.endsWith('  ') && next?.kind === 'text' && next.text.trim() !== ''
}
