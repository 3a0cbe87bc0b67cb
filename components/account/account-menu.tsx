'use client'

import { useEffect, useState, type FocusEvent, type KeyboardEvent } from 'react'
import type { ViewerAnswer } from '@/lib/auth/links'

/**
 * The way to one's account on pages that hold nothing personal: served as a plain link, and turned into the person's menu
 * once the browser has asked who it is. The box keeps its size, so that nothing jumps.
 */
export function AccountMenu() {
  const [viewer, setViewer] = useState<ViewerAnswer>(null)
  // An effect, because the page is the same for everybody: who it is, only the browser can ask.
  useEffect(() => {
    const request = new AbortController()
    askViewer(request.signal).then(setViewer, () => {})
    return () => request.abort()
  }, [])
  return (
    <div className="relative flex h-9 w-24 items-center justify-end text-sm sm:w-44">
      {viewer ? <Menu viewer={viewer} /> : <a href="/sign-in" className={`${trigger} block`}>Sign in</a>}
    </div>
  )
}

const trigger = 'rounded-md px-3 py-1.5 font-medium hover:bg-sunken'
const item = 'block w-full rounded px-3 py-1.5 text-left hover:bg-sunken'

async function askViewer(signal: AbortSignal): Promise<ViewerAnswer> {
  const response = await fetch('/api/viewer', { signal, headers: { Accept: 'application/json' } })
  return response.ok ? await response.json() : null
}

function closeOnEscape({ key, currentTarget }: KeyboardEvent<HTMLDetailsElement>): void {
  if (key !== 'Escape') return
  currentTarget.open = false
  currentTarget.querySelector('summary')?.focus()
}

/** Left for something else: a browser that does not focus links leaves for nothing when one is clicked. */
function closeWhenLeft({ currentTarget, relatedTarget }: FocusEvent<HTMLDetailsElement>): void {
  if (relatedTarget && !currentTarget.contains(relatedTarget)) currentTarget.open = false
}

function Menu({ viewer }: { viewer: NonNullable<ViewerAnswer> }) {
  const unread = viewer.unread > 99 ? '99+' : String(viewer.unread)
  const label = `Account of ${viewer.name}${viewer.unread > 0 ? `, ${unread} unread` : ''}`
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- what is listened to is its summary and its links
    <details className="max-w-full" onKeyDown={closeOnEscape} onBlur={closeWhenLeft}>
      <summary className={`${trigger} flex max-w-full items-center gap-2`} aria-label={label}>
        <span className="truncate" title={viewer.name}>{viewer.name}</span>
        {viewer.unread > 0 && <Count>{unread}</Count>}
      </summary>
      <div className="absolute top-full right-0 z-20 mt-1 w-48 rounded-md border bg-surface p-1 shadow-lg">
        {/* In full: above it may be cut, and fingers are shown no title. */}
        <p className="mb-1 border-b px-3 py-1.5 font-medium wrap-anywhere">{viewer.name}</p>
        <ul>
          {viewer.links.map((link) => (
            <li key={link.href}>
              <a href={link.href} className={`${item} flex items-center justify-between`}>
                {link.label}
                {link.href === '/inbox' && viewer.unread > 0 && <Count>{unread}</Count>}
              </a>
            </li>
          ))}
          <li className="mt-1 border-t pt-1">
            <form method="post" action="/api/auth/signout">
              <input type="hidden" name="callbackUrl" value="/" />
              <button className={item}>Sign out</button>
            </form>
          </li>
        </ul>
      </div>
    </details>
  )
}

function Count({ children }: { children: string }) {
  return <span className="shrink-0 rounded-full bg-accent px-1.5 text-xs leading-5 font-semibold text-on-accent">{children}</span>
}
