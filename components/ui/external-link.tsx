import type { ReactNode } from 'react'

/** A link that leaves the catalog, marked so, and vouching for nothing: people typed these addresses. */
export function ExternalLink({ href, look = 'link', children }: { href: string; look?: 'link' | 'link-bare' | 'link-quiet'; children: ReactNode }) {
  return (
    <a href={href} rel="nofollow ugc noopener" className={`${look} leaves`}>
      {children}
    </a>
  )
}
