'use client'

import { useEffect, useState } from 'react'
import type { ViewerAnswer } from '@/lib/auth/links'
import { SignOut } from './sign-out'

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
    <div className="relative flex h-9 w-32 items-center justify-end text-sm">
      {viewer ? <Menu viewer={viewer} /> : <a href="/sign-in" className="rounded-md px-3 py-1.5 font-medium hover:underline">Sign in</a>}
    </div>
  )
}

async function askViewer(signal: AbortSignal): Promise<ViewerAnswer> {
  const response = await fetch('/api/viewer', { signal, headers: { Accept: 'application/json' } })
  return response.ok ? await response.json() : null
}

function Menu({ viewer }: { viewer: NonNullable<ViewerAnswer> }) {
  return (
    <details className="group max-w-full">
      <summary className="max-w-full cursor-pointer truncate rounded-md px-3 py-1.5 font-medium" aria-label={`Account of ${viewer.name}`}>
        {viewer.name}
      </summary>
      <ul className="absolute right-0 top-full z-20 mt-1 flex w-48 flex-col gap-1 rounded-md border bg-background p-2 shadow-lg">
        {viewer.links.map(({ href, label }) => (
          <li key={href}><a href={href} className="block rounded px-2 py-1 hover:underline">{label}</a></li>
        ))}
        <li><SignOut className="w-full rounded px-2 py-1 text-left hover:underline" /></li>
      </ul>
    </details>
  )
}
