import { Fragment, isValidElement, type ReactNode } from 'react'
import { escapeXml } from '@/lib/download/xml'

/**
 * The markup of what a picture or its table is made of: elements, text, and components that read their properties alone. Attributes stand in
 * single quotes, which need no escape where a page repeats its content as data.
 */
export function markupOf(node: ReactNode): string {
  if (node === null || node === undefined || typeof node === 'boolean') return ''
  if (typeof node === 'string' || typeof node === 'number') return escapeXml(String(node))
  if (Array.isArray(node)) return node.map(markupOf).join('')
  if (!isValidElement<Attributes>(node)) throw new TypeError('A drawing holds something that is no element and no text.')
  return elementMarkup(node.type, node.props)
}

type Attributes = Readonly<Record<string, unknown>> & { children?: ReactNode }

function elementMarkup(type: unknown, props: Attributes): string {
  const { children, ...attributes } = props
  if (type === Fragment) return markupOf(children)
  if (typeof type === 'function') return markupOf((type as (props: Attributes) => ReactNode)(props))
  if (typeof type !== 'string') throw new TypeError('A drawing holds a component that is more than a function.')
  const opened = `<${type}${Object.entries(attributes).map(attributeMarkup).join('')}`
  return shapes.has(type) ? `${opened}/>` : `${opened}>${markupOf(children)}</${type}>`
}

/** What holds nothing in SVG. Nothing of HTML may be ended so. */
const shapes = new Set(['path', 'rect', 'circle', 'line'])

/** Those that drawings have and that SVG calls otherwise than React does. */
const names = new Map([['className', 'class'], ['textAnchor', 'text-anchor'], ['fillOpacity', 'fill-opacity'], ['strokeWidth', 'stroke-width']])

function attributeMarkup([key, value]: [string, unknown]): string {
  if (value === null || value === undefined) return ''
  const name = names.get(key) ?? key
  // A handler or a style would be lost without a word.
  if (!/^[a-z][a-z0-9-]*$/.test(name) || (typeof value !== 'string' && typeof value !== 'number')) throw new TypeError(`A drawing has no way to write the attribute "${key}".`)
  return ` ${name}='${escapeXml(String(value))}'`
}
