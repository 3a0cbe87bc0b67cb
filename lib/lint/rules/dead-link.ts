import type { Context, Heading, PageLink } from '../context'
import type { Splice } from '../edits'
import type { Draft, Rule } from '../finding'
import { nearTo } from '../near'
import { editIn, placeIn } from '../spot'

/** Anchors that every page of GitHub has. */
const given = new Set(['', 'top', 'readme', 'readme-ov-file'])

/** Links within the page whose target is not there. */
export const deadLink: Rule = {
  name: 'dead-link',
  reason: 'Who clicks it in the contents stays where they are.',
  severity: 'warning',
  check(context: Context): Draft[] {
    const near = nearTo(context.headings)
    return context.pageLinks.filter(({ target }) => !given.has(target) && !context.anchors.has(target)).map((link) => {
      const named = near.named(link)
      const heading = named ?? near.slipped(link)
      const hint = heading ? `: the heading "${heading.text}" is #${heading.anchor}` : ''
      return {
        place: placeIn(link.stretch, link.at),
        message: `The link "${link.label}" leads to ${link.fragment}, and no heading has that name${hint}.`,
        // Where label and heading say the same, the target is what is wrong; otherwise the heading may be (rule `misspelled-heading`).
        edits: named ? editIn(context, link.stretch, splice(link, named)) : [],
      }
    })
  },
}

function splice({ at, fragment }: PageLink, { anchor }: Heading): Splice {
  return { from: at, to: at + fragment.length, text: `#${anchor}` }
}
