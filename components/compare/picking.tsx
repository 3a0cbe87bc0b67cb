'use client'

import { useEffect, useRef, useState, type ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { mostCompared } from '@/lib/compare/most'
import { pickedWith, readPicked, type Picked } from './picked'

const store = 'picked-entries'

/**
 * A table whose rows can be ticked, to be compared or taken along. A plain form: without JavaScript it sends what is ticked on the
 * page, and shows its bar as soon as something is; with it, what other pages ticked is kept by the browser and sent too.
 */
export function Picking({ children }: { children: ReactNode }) {
  const form = useRef<HTMLFormElement>(null)
  const [picked, setPicked] = useState<Picked[]>([])
  const [here, setHere] = useState<readonly string[]>([])
  // An effect, because only this browser knows.
  useEffect(() => {
    const show = () => {
      const kept = readPicked(read())
      for (const box of boxesOf(form.current)) box.checked = kept.some(({ entry }) => entry === box.value)
      setPicked(kept)
      setHere(boxesOf(form.current).map(({ value }) => value))
    }
    show()
    // A page that comes back out of the browser's memory knows nothing of what was ticked since.
    window.addEventListener('pageshow', show)
    return () => window.removeEventListener('pageshow', show)
  }, [])
  const keep = (next: Picked[]) => {
    setPicked(next)
    write(next)
  }
  const clear = () => {
    for (const box of boxesOf(form.current)) box.checked = false
    keep([])
  }
  return (
    <form
      ref={form}
      action="/compare"
      autoComplete="off"
      onChange={() => keep(pickedWith(picked, boxesOf(form.current).map(({ value, dataset, checked }) => ({ entry: value, name: dataset.name ?? '', checked }))))}
      className="group/picking"
    >
      {children}
      {picked.filter(({ entry }) => !here.includes(entry)).map(({ entry }) => <input key={entry} type="hidden" name="entry" value={entry} />)}
      <div
        role="group"
        aria-label="Ticked entries"
        className={`sticky bottom-2 z-10 mt-3 flex-wrap items-center gap-x-4 gap-y-2 rounded-lg border border-edge bg-surface px-4 py-2.5 text-sm shadow-lg print:hidden ${picked.length > 0 ? 'flex' : 'hidden group-has-[[name=entry]:checked]/picking:flex'}`}
      >
        <p role="status" className="min-w-0 grow basis-48 truncate">
          {picked.length > 0 && <><span className="font-medium">{picked.length} ticked</span> <span className="text-muted">{picked.map(({ name }) => name).join(', ')}</span></>}
        </p>
        <div className="flex flex-wrap gap-2">
          <Button variant="primary" size="small">{picked.length > mostCompared ? `Compare the first ${mostCompared}` : 'Compare'}</Button>
          <Button size="small" formAction="/selection.bib">BibTeX</Button>
          <Button size="small" formAction="/selection.csv">CSV</Button>
          <Button type="reset" size="small" variant="quiet" onClick={clear}>Clear</Button>
        </div>
      </div>
    </form>
  )
}

function boxesOf(form: HTMLFormElement | null): HTMLInputElement[] {
  return [...(form?.querySelectorAll<HTMLInputElement>('input[type=checkbox][name=entry]') ?? [])]
}

function read(): string | null {
  try {
    return localStorage.getItem(store)
  } catch {
    return null
  }
}

function write(picked: readonly Picked[]): void {
  try {
    localStorage.setItem(store, JSON.stringify(picked))
  } catch {
    // A browser that keeps nothing sends what is ticked on this page.
  }
}
