import type { Context, Heading, PageLink } from '../context'
import { anchorOf } from '../anchors'
import type { Draft, Rule } from '../finding'
import { nearHeading } from '../near'
import { editIn, placeIn } from '../spot'

/** Anchors that every page of GitHub has. */
const given = new Set(['', 'top', 'readme', 'readme-ov-file'])

/** Links within the page whose target is not there. */
export const deadLink: Rule = {
  name: 'dead-link',
  reason: 'Who clicks it in the contents stays where they are.',
  severity: 'warning',
  check(context: Context): Draft[] {
    return context.pageLinks.filter(({ target }) => !given.has(target) && !context.anchors.has(target)).map((link) => {
      const heading = rightHeading(context, link)
      const hint = heading ? `: the heading "${heading.text}" is #${heading.anchor}` : ''
      return {
        place: placeIn(link.stretch, link.at),
        message: `The link "${link.label}" leads to ${link.fragment}, and no heading has that name${hint}.`,
        edits: heading && isSure(link, heading) ? editIn(context, link.stretch, splice(link, heading)) : [],
      }
    })
  },
}

/** The heading that is meant: the one that the label names, or else one with nearly that anchor. */
function rightHeading({ headings }: Context, link: PageLink): Heading | undefined {
  const label = bare(link.label)
  const same = headings.filter(({ text }) => label !== '' && bare(text) === label)
  return same.length === 1 ? same[0] : nearHeading(headings, link)
}

/** Where label and heading say the same, the target is what is wrong; otherwise the heading may be (rule `misspelled-heading`). */
function isSure({ label }: PageLink, { text }: Heading): boolean {
  return bare(label) === bare(text)
}

function bare(text: string): string {
  return anchorOf(text).replace(/[^\p{L}\p{N}]/gu, '')
}

function splice({ at, fragment }: PageLink, { anchor }: Heading) {
  return { from: at, to: at + fragment.length, text: `#${anchor}` }
}
