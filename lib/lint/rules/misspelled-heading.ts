import { anchorOf } from '../anchors'
import type { Context, Heading, PageLink } from '../context'
import type { Splice } from '../edits'
import type { Draft, Rule } from '../finding'
import { nearTo } from '../near'
import { editLine, placeAt } from '../spot'

/** Headings that the contents spell otherwise, label and target alike: two against one. */
export const misspelledHeading: Rule = {
  name: 'misspelled-heading',
  reason: 'A slip in a heading breaks every link to it.',
  severity: 'warning',
  check(context: Context): Draft[] {
    const near = nearTo(context.headings)
    const asked = new Set(context.pageLinks.map(({ target }) => target))
    const dead = context.pageLinks.filter((link) => !context.anchors.has(link.target) && anchorOf(link.label) === link.target)
    const told = new Set<Heading>()
    return dead.flatMap((link) => {
      const heading = near.slipped(link)
      if (!heading || heading.html || told.has(heading) || asked.has(heading.anchor)) return []
      told.add(heading)
      return [draft(context, heading, link)]
    })
  },
}

function draft(context: Context, heading: Heading, { label }: PageLink): Draft {
  const source = (context.lines[heading.line] as { text: string }).text
  const at = source.indexOf(heading.text)
  const spelled = respell(heading.text, label)
  const splice: Splice = { from: at, to: at + heading.text.length, text: spelled }
  return {
    place: placeAt(heading.line, Math.max(at, 0)),
    message: `The heading "${heading.text}" is "${label}" in the contents: one of them is misspelled.`,
    edits: at === -1 ? [] : editLine(context, heading.line, splice),
  }
}

/** The words of `right`, each in the case of the heading's own. */
function respell(heading: string, right: string): string {
  const wanted = right.split(/([\s-]+)/)
  const parts = heading.split(/([\s-]+)/)
  if (wanted.length !== parts.length) return right
  return parts.map((part, index) => inCaseOf(part, wanted[index] as string)).join('')
}

function inCaseOf(model: string, word: string): string {
  if (model.toLowerCase() === word.toLowerCase()) return model
  if (model.length > 1 && model === model.toUpperCase()) return word.toUpperCase()
  const first = model.slice(0, 1)
  return first === first.toLowerCase() ? word : word.slice(0, 1).toUpperCase() + word.slice(1)
}
