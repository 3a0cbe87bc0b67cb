import { Fragment, type ComponentProps, type ReactNode } from 'react'
import { ExternalLink } from '@/components/ui/external-link'
import type { Link } from '@/lib/catalog/cell'
import type { NamedPart } from '@/lib/catalog/view'
import { None, Star } from './marks'
import { entryPath } from './paths'

type Look = ComponentProps<typeof ExternalLink>['look']

/** Links beside each other, or none. */
export function Links({ links, look }: { links: Link[] | undefined; look?: Look }) {
  if (!links?.length) return <None />
  return <Joined by=", ">{links.map(({ label, url }) => <ExternalLink key={url} href={url} look={look}>{label}</ExternalLink>)}</Joined>
}

/** One link, or none. */
export function OneLink({ link, look }: { link: Link | null | undefined; look?: Look }) {
  return link ? <ExternalLink href={link.url} look={look}>{link.label}</ExternalLink> : <None />
}

/** Names joined as the README joins them, or none. */
export function Names({ names }: { names: string[] | undefined }) {
  return names?.length ? <Joined by=" + ">{names.map((name) => <Fragment key={name}>{name}</Fragment>)}</Joined> : <None />
}

interface PartsProps {
  parts: readonly NamedPart[]
  /** Whether they are some of more than three. */
  starred?: boolean | undefined
  /** Where a name leads that the list has no entry of; absent: nowhere. */
  elsewhere?: ((name: string) => string) | undefined
  show?: (name: string) => ReactNode
}

/** What a model is made of, each leading to the catalog's own entry where there is one, and the star. */
export function Parts({ parts, starred = false, elsewhere, show = (name) => name }: PartsProps) {
  if (parts.length === 0 && !starred) return <None />
  return (
    <>
      <Joined by=" + ">
        {parts.map(({ name, entry }) => {
          const to = entry ? entryPath(entry) : elsewhere?.(name)
          return to === undefined ? <Fragment key={name}>{show(name)}</Fragment> : <a key={name} href={to} className="link">{show(name)}</a>
        })}
      </Joined>
      {starred && <> <Star /></>}
    </>
  )
}

/** What one field says, its items joined. */
export function Joined({ by, children }: { by: string; children: ReactNode[] }) {
  return children.map((child, index) => (
    // The items of one field never reorder.
    <Fragment key={index}>
      {index > 0 && <span className="text-muted">{by}</span>}
      {child}
    </Fragment>
  ))
}
