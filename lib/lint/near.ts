import type { Heading, PageLink } from './context'
import { isSlip } from './distance'

/** The only heading whose anchor a link misses by a slip; undefined where there is none, or more than one. */
export function nearHeading(headings: readonly Heading[], { target }: Pick<PageLink, 'target'>): Heading | undefined {
  const near = headings.filter(({ anchor }) => isSlip(anchor, target))
  return near.length === 1 ? near[0] : undefined
}
