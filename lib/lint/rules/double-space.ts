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
    context.stretches.filter(({ kind, text }) => (kind === 'cell' || kind === 'text') && text.includes('  ')).flatMap((stretch) =>
      Array.from(stretch.text.matchAll(doubled), ({ 1: spaces = '', index }) => ({
        place: placeIn(stretch, index),
        message: 'There are two spaces between these words.',
        edits: editIn(context, stretch, { from: index, to: index + spaces.length, text: ' ' }),
      })),
    ),
}
