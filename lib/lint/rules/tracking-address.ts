import { withoutVisit } from '@/lib/catalog/visit'
import { behindDoor } from '../clean'
import type { Context } from '../context'
import type { Draft, Rule } from '../finding'
import { editIn, placeIn } from '../spot'

/** Parameters that tell of a visit and nothing of the page. */
export const trackingAddress: Rule = {
  name: 'tracking-address',
  reason: 'It tells others where a reader came from, or carries one reader’s token, and hides that two addresses are one.',
  severity: 'warning',
  check: (context: Context): Draft[] =>
    context.addresses.filter(({ url }) => url.includes('?') && behindDoor(url) === undefined).flatMap(({ url, at, stretch }) => {
      const clean = withoutVisit(url)
      if (clean === url) return []
      const same = commonPrefix(url, clean)
      const end = commonSuffix(url.slice(same), clean.slice(same))
      const from = at + same
      return [{
        place: placeIn(stretch, from),
        message: `This address carries "${url.slice(same, url.length - end).slice(0, 60)}", which only tells of a visit.`,
        edits: editIn(context, stretch, { from, to: at + url.length - end, text: clean.slice(same, clean.length - end) }),
      }]
    }),
}

function commonPrefix(a: string, b: string): number {
  let length = 0
  while (length < b.length && a[length] === b[length]) length++
  return length
}

function commonSuffix(a: string, b: string): number {
  let length = 0
  while (length < b.length && a[a.length - 1 - length] === b[b.length - 1 - length]) length++
  return length
}
