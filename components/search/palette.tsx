'use client'

import { Fragment, useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { kindNames } from '@/components/entry/words'
import type { Piece } from '@/lib/catalog/search/marks'
import { stepped } from './palette-keys'
import type { SuggestAnswer } from './suggest-answer'

interface Props {
  typed: string
  onType: (typed: string) => void
  onClose: () => void
}

/** The command palette: answers while one types. After the ARIA pattern of a combobox with a list, in a native modal dialog. */
export default function Palette({ typed, onType, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const answer = useAnswer(typed)
  // An effect, because a dialog is made modal by calling it; of layout, so that no key falls between it and the box before it.
  useLayoutEffect(() => dialog.current?.showModal(), [])

  const entries = answer?.entries ?? []
  const all = `/search${typed.trim() ? `?${new URLSearchParams({ q: typed.trim() })}` : ''}`
  const hrefs = typed.trim() ? [...entries.map(({ href }) => href), all] : []
  const count = hrefs.length
  const [marked, mark] = useMark(hrefs)

  function handleKey(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') mark(hrefs[stepped(marked, event.key === 'ArrowDown' ? 1 : -1, count)])
    // A browser's own search box is only emptied by the first.
    else if (event.key === 'Escape') dialog.current?.close()
    else if (event.key === 'Enter') location.assign(hrefs[marked] ?? all)
    else return
    event.preventDefault()
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a press beside the palette closes it, as Escape does
    <dialog
      ref={dialog}
      aria-label="Search everywhere"
      onClose={onClose}
      onMouseDown={({ target }) => target === dialog.current && dialog.current.close()}
      className="mx-auto mt-[12vh] w-[min(40rem,calc(100vw-2rem))] overflow-hidden rounded-xl border border-edge bg-surface p-0 text-ink shadow-2xl backdrop:bg-black/40"
    >
      <div>
        <div className="flex items-center border-b">
          <input
            type="search"
            role="combobox"
            aria-label="Search everywhere"
            aria-autocomplete="list"
            aria-expanded={count > 0}
            aria-controls="palette-list"
            aria-activedescendant={marked === -1 ? undefined : `palette-${marked}`}
            placeholder="A name, a title, a base model, data, an arXiv id"
            autoComplete="off"
            maxLength={200}
            value={typed}
            className="min-w-0 grow bg-surface px-4 py-3.5 text-base outline-none placeholder:text-muted"
            onKeyDown={handleKey}
            onChange={({ target }) => {
              mark(undefined)
              onType(target.value)
            }}
          />
          <button type="button" className="hidden self-stretch px-4 text-sm font-medium text-accent pointer-coarse:block" onClick={() => dialog.current?.close()}>Close</button>
        </div>
        <div id="palette-list" role="listbox" aria-label="Answers" className={count === 0 ? 'hidden' : 'max-h-[60vh] overflow-y-auto p-1.5'}>
          {entries.map((entry, index) => (
            <Option key={entry.href} index={index} marked={marked} href={entry.href} onMark={mark}>
              <span className="flex items-baseline justify-between gap-4">
                <span className="min-w-0 font-medium wrap-anywhere"><Pieces pieces={entry.name} /></span>
                <span className="shrink-0 text-xs text-muted">{kindNames[entry.kind].one} · {entry.section}</span>
              </span>
              {entry.about.length > 0 && <span className="block truncate text-muted"><Pieces pieces={entry.about} /></span>}
            </Option>
          ))}
          {count > 0 && (
            <Option index={entries.length} marked={marked} href={all} onMark={mark}>
              <span className="text-accent">{entries.length === 0 && answer?.q === typed.trim() ? 'Nothing so far. Search' : 'Search'} everything for “{typed.trim()}”</span>
            </Option>
          )}
        </div>
        <Foot />
        <p role="status" className="sr-only">{answer && typed.trim() ? `${entries.length} answers` : ''}</p>
      </div>
    </dialog>
  )
}

/**
 * Which answer is marked, of those at some addresses, and marks another; -1 and undefined: the input itself. The mark stays with its answer when
 * others come around it, and goes back to the input where that is there no more.
 */
function useMark(hrefs: readonly string[]): [marked: number, mark: (href: string | undefined) => void] {
  const [href, mark] = useState<string>()
  return [href === undefined ? -1 : hrefs.indexOf(href), mark]
}

/** Which keys do what, where there are keys, and the way to the search page. */
function Foot() {
  return (
    <p className="flex justify-between gap-4 border-t px-4 py-2 text-xs text-muted pointer-coarse:text-sm">
      <span className="pointer-coarse:hidden">↑ ↓ choose · Enter opens · Esc closes</span>
      <a href="/search" className="hover:text-accent hover:underline">Filters</a>
    </p>
  )
}

interface OptionProps {
  index: number
  marked: number
  href: string
  onMark: (href: string) => void
  children: ReactNode
}

/** One answer: an option of the list, which the pointer can follow like a link. */
function Option({ index, marked, href, onMark, children }: OptionProps) {
  return (
    <a
      id={`palette-${index}`}
      href={href}
      role="option"
      aria-selected={index === marked}
      tabIndex={-1}
      ref={(node) => {
        if (index === marked) node?.scrollIntoView({ block: 'nearest' })
      }}
      onMouseMove={() => index !== marked && onMark(href)}
      className="block rounded-md px-3 py-2 text-sm aria-selected:bg-accent-soft"
    >
      {children}
    </a>
  )
}

function Pieces({ pieces }: { pieces: Piece[] }) {
  // The pieces of one text never reorder.
  return pieces.map((piece, index) => (piece.hit ? <mark key={index} className="found">{piece.text}</mark> : <Fragment key={index}>{piece.text}</Fragment>))
}

// Long enough for the next key to come, too short to be noticed.
const pause = 80

/** The latest answer; while the next is on its way, the one before stands. */
function useAnswer(typed: string): SuggestAnswer | null {
  const [answer, setAnswer] = useState<SuggestAnswer | null>(null)
  const q = typed.trim()
  // An effect: what is typed is asked of the server, and an answer that was overtaken is dropped.
  useEffect(() => {
    if (q === '') return
    const request = new AbortController()
    const timer = setTimeout(() => ask(q, request.signal).then(setAnswer, () => {}), pause)
    return () => {
      clearTimeout(timer)
      request.abort()
    }
  }, [q])
  return q === '' ? null : answer
}

async function ask(q: string, signal: AbortSignal): Promise<SuggestAnswer> {
  const response = await fetch(`/api/suggest?${new URLSearchParams({ q })}`, { signal })
  if (!response.ok) throw new Error(`answered ${response.status}`)
  return (await response.json()) as SuggestAnswer
}
