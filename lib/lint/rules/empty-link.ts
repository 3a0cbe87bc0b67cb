import type { Context, Stretch } from '../context'
import type { Draft, Rule } from '../finding'
import { placeIn } from '../spot'

/** Links that say nothing or lead nowhere. */
export const emptyLink: Rule = {
  name: 'empty-link',
  reason: 'A link without a label cannot be seen, one without an address cannot be followed.',
  severity: 'warning',
  check: ({ stretches }: Context): Draft[] => stretches.flatMap((stretch) => messages(stretch).map(({ at, message }) => ({ place: placeIn(stretch, at), message }))),
}

function messages({ source, text, links }: Stretch): { at: number; message: string }[] {
  return links.links.flatMap(({ from, image, label, target }) => {
    const says = source.slice(label.from, label.to).trim()
    const leads = text.slice(target.from, target.to)
    // "foo[]()" and "[ ]()" are code or a box, "[](#top)" sets an anchor, an image may say nothing.
    if (/^(https?:\/\/)?$/i.test(leads)) return /[\p{L}\p{N}]/u.test(says) ? [{ at: from, message: `The link "${says.slice(0, 60)}" has no address.` }] : []
    return says === '' && !image && /^https?:/i.test(leads) ? [{ at: from, message: 'This link has no label, so nobody sees it.' }] : []
  })
}
