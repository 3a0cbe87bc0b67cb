'use client'

import { lazy, Suspense, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { isTyping, opensPalette } from './palette-keys'

// Comes with the first key or click that asks for it: most pages are only read.
const Palette = lazy(() => import('./palette'))

/**
 * The header's search: a plain form, and a link to the search page on a phone. With JavaScript it opens the palette, as "/" and
 * Ctrl-K do on every page.
 */
export function SearchBox() {
  const [typed, setTyped] = useState<string | null>(null)
  // An effect, because the keys are the whole document's.
  useEffect(() => {
    const open = (event: KeyboardEvent) => {
      if (!opensPalette(event) || (event.key === '/' && isTyping(event.target))) return
      event.preventDefault()
      setTyped((now) => now ?? '')
    }
    document.addEventListener('keydown', open)
    return () => document.removeEventListener('keydown', open)
  }, [])
  return (
    <>
      <form role="search" aria-label="Search everywhere" action="/search" className="relative hidden sm:block">
        <input
          type="search"
          name="q"
          aria-label="Search everywhere"
          aria-keyshortcuts="/ Control+K"
          placeholder="Search"
          maxLength={200}
          autoComplete="off"
          value={typed ?? undefined}
          className="control h-9 w-44 py-1 pr-8 text-sm lg:w-64"
          onClick={() => setTyped((now) => now ?? '')}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        />
        <kbd aria-hidden="true" className="pointer-events-none absolute top-1/2 right-2.5 -translate-y-1/2 rounded border px-1.5 font-mono text-xs leading-5 text-muted">/</kbd>
      </form>
      <a
        href="/search"
        className="rounded-md p-2 text-muted hover:text-ink sm:hidden"
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey) return
          event.preventDefault()
          setTyped('')
        }}
      >
        <svg viewBox="0 0 20 20" className="size-5" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="1.75" strokeLinecap="round"><circle cx="9" cy="9" r="5.5" /><path d="m13.2 13.2 3.8 3.8" /></svg>
        <span className="sr-only">Search</span>
      </a>
      {typed !== null && (
        <Suspense fallback={<Meanwhile typed={typed} onType={setTyped} />}>
          <Palette typed={typed} onType={setTyped} onClose={() => setTyped(null)} />
        </Suspense>
      )}
    </>
  )
}

/** Takes what is typed while the palette is on its way, unseen, and gives the focus back to what had it, as the palette does. */
function Meanwhile({ typed, onType }: { typed: string; onType: (typed: string) => void }) {
  const box = useRef<HTMLInputElement>(null)
  // A layout effect: the next key is already meant for it.
  useLayoutEffect(() => {
    const before = document.activeElement
    box.current?.focus()
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true })
    }
  }, [])
  // A form, as Enter may come sooner than the palette.
  return (
    <form action="/search">
      <input
        ref={box}
        type="search"
        name="q"
        aria-label="Search everywhere"
        maxLength={200}
        autoComplete="off"
        value={typed}
        onChange={({ target }) => onType(target.value)}
        className="fixed top-0 left-0 size-px opacity-0"
      />
    </form>
  )
}
