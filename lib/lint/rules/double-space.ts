import type { Context } from '../context'
import type { Draft, Rule } from '../finding'
import { editIn, placeIn } from '../spot'

// After a sentence's end two spaces are some people's manner; more than three line things up.
const doubled = /(?<=[\p{L}\p{N},;"'”’]|[^.!?]\))( {2,3})(?=[\p{L}\p{N}("'“‘])/gu

/** Two spaces between words. */
export const doubleSpace: Rule = {
  name: 'double-space',
  reason: 'Nobody sees it, and whoever searches for the words does not find them.',
  severity: 'note',
  check: (context: Context): Draft[] =>
    context.stretches.filter(({ kind, text }) => (kind === 'cell' || kind === 'text') && text.includes('  ')).flatMap((stretch) => {
      const found = Array.from(stretch.text.matchAll(doubled), ({ 1: spaces = '', index }) => ({ from: index, to: index + spaces.length, text: ' ' }))
      const [first] = found
      if (!first) return []
      const message = found.length === 1 ? 'There are two spaces between these words.' : `There are two spaces between words, ${found.length} times.`
      return [{ place: placeIn(stretch, first.from), message, edits: found.flatMap((splice) => editIn(context, stretch, splice)) }]
    }),
}
