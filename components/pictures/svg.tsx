import type { SVGProps } from 'react'
import { markupOf } from './markup'

/**
 * An SVG that React hands over as one text. No script touches a drawing; element by element it would stand in the page's data too, to be
 * read and gone through once more.
 */
export function Svg({ children, ...svg }: SVGProps<SVGSVGElement>) {
  return <svg {...svg} dangerouslySetInnerHTML={{ __html: markupOf(children) }} />
}
