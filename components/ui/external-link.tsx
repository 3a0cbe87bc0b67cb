import type { ReactNode } from 'react'

/** A link that leaves the catalog, marked so, and vouching for nothing: people typed these addresses. */
export function ExternalLink({ href, className = '', children }: { href: string; className?: string; children: ReactNode }) {
  return (
    <a href={href} rel="nofollow ugc noopener" className={`link leaves ${className}`}>
      {children}
    </a>
  )
}
