import type { Context } from '../context'
import type { Draft, Rule } from '../finding'
import { editIn, placeIn } from '../spot'

const versioned = /^https?:\/\/(?:www\.|export\.)?arxiv\.org\/(?:abs|pdf|html)\/(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?\/\d{7})(v\d+)(?=[.?#]|$)/i

/** Links to one version of a preprint. */
export const arxivVersion: Rule = {
  name: 'arxiv-version',
  reason: 'The link goes on showing an old version; without it, arXiv shows the newest.',
  severity: 'warning',
  check: (context: Context): Draft[] =>
    context.addresses.flatMap(({ url, at, stretch }) => {
      const found = versioned.exec(url)
      if (!found) return []
      const to = at + found[0].length
      const version = found[1] as string
      return [{
        place: placeIn(stretch, to - version.length),
        message: `This arXiv link is to version ${version.slice(1)}; without "${version}" it leads to the newest.`,
        edits: editIn(context, stretch, { from: to - version.length, to, text: '' }),
      }]
    }),
}
