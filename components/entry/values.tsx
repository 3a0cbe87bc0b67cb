import { Fragment, type ComponentProps, type ReactNode } from 'react'
import { ExternalLink } from '@/components/ui/external-link'
import type { Link } from '@/lib/catalog/cell'
import type { EntryView } from '@/lib/catalog/view'
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

/** Pre-training data, each leading to the catalog's own dataset entry where there is one, and the star. */
export function Sources({ sources, starred, show = (name) => name }: { sources: EntryView['sources']; starred: boolean | undefined; show?: (name: string) => ReactNode }) {
  if (sources.length === 0 && !starred) return <None />
  return (
    <>
      <Joined by=" + ">
        {sources.map(({ name, dataset }) =>
          dataset ? <a key={name} href={entryPath(dataset)} className="link">{show(name)}</a> : <Fragment key={name}>{show(name)}</Fragment>,
        )}
      </Joined>
      {starred && <> <Star /></>}
    </>
  )
}

function Joined({ by, children }: { by: string; children: ReactNode[] }) {
  return children.map((child, index) => (
    // The items of one field never reorder.
    <Fragment key={index}>
      {index > 0 && <span className="text-muted">{by}</span>}
      {child}
    </Fragment>
  ))
}
