'use client'

import { usePathname } from 'next/navigation'

const places = [
  { href: '/', label: 'Catalog', prefixes: ['/search', '/sections', '/models', '/datasets', '/entries'] },
  { href: '/stats', label: 'Pictures', prefixes: ['/stats'] },
  { href: '/log', label: 'Log', prefixes: ['/log'] },
  { href: '/propose', label: 'Propose', prefixes: ['/propose'] },
] as const

/** The main places, the current one marked. Plain links: each public page is one document that a cache can hand out whole. */
export function SiteNav() {
  const path = usePathname()
  return (
    <nav aria-label="Main">
      <ul className="flex text-sm sm:gap-1">
        {places.map(({ href, label, prefixes }) => (
          <li key={href}>
            <a
              href={href}
              aria-current={isAt(path, href, prefixes) ? 'page' : undefined}
              className="block rounded-md px-2 py-1.5 text-muted hover:text-ink aria-[current]:font-medium aria-[current]:text-ink sm:px-3"
            >
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function isAt(path: string, href: string, prefixes: readonly string[]): boolean {
  return path === href || prefixes.some((prefix) => path === prefix || path.startsWith(`${prefix}/`))
}
