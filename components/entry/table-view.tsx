'use client'

import { useEffect, useRef } from 'react'

interface Props {
  /** What the columns are called, in order; the first, which names the rows, stays. */
  columns: readonly string[]
}

const store = 'table-view'
// The style has a rule for each (entry-table.module.css).
const mostColumns = 12

/** What a browser remembers: whether rows are dense, and which columns are left out, by what they are called. */
interface Kept {
  dense: boolean
  hidden: string[]
}

/**
 * How a table looks to this reader: dense or roomy, with which columns. The style reads the boxes themselves, so it works without
 * JavaScript and the page is the same for everybody; the browser remembers what was ticked.
 */
export function TableView({ columns }: Props) {
  const form = useRef<HTMLFormElement>(null)
  // An effect, because only this browser knows.
  useEffect(() => {
    if (form.current) restore(form.current)
  }, [])
  return (
    // At the right also where it has a line of its own, on a phone: what it opens reaches to the left.
    <details className="relative ml-auto text-sm print:hidden">
      <summary className="rounded-md px-2 py-1 text-muted hover:text-ink">View</summary>
      <form ref={form} onChange={({ currentTarget }) => keep(currentTarget)} className="absolute top-full right-0 z-10 mt-1 w-56 space-y-3 rounded-md border bg-surface p-3 shadow-lg">
        <fieldset>
          <legend className="mb-1 font-medium">Rows</legend>
          <Box label="Dense rows" view="dense" />
        </fieldset>
        <fieldset>
          <legend className="mb-1 font-medium">Columns</legend>
          {columns.slice(1, mostColumns).map((column, index) => <Box key={column} label={column} column={index + 2} />)}
        </fieldset>
      </form>
    </details>
  )
}

function Box({ label, view, column }: { label: string; view?: string; column?: number }) {
  return (
    <label className="flex items-center gap-2 py-0.5">
      <input type="checkbox" autoComplete="off" data-view={view} data-column={column} data-label={label} defaultChecked={column !== undefined} className="size-4 accent-accent" />
      <span className="min-w-0 wrap-anywhere">{label}</span>
    </label>
  )
}

function boxesOf(form: HTMLFormElement): HTMLInputElement[] {
  return [...form.querySelectorAll<HTMLInputElement>('input[data-label]')]
}

function restore(form: HTMLFormElement): void {
  const kept = read()
  for (const box of boxesOf(form)) {
    if (box.dataset.view) box.checked = kept.dense
    else if (kept.hidden.includes(box.dataset.label ?? '')) box.checked = false
  }
}

/** Columns that this table has not stay as they were chosen elsewhere. */
function keep(form: HTMLFormElement): void {
  const boxes = boxesOf(form)
  const own = boxes.filter(({ dataset }) => dataset.column)
  const others = read().hidden.filter((label) => own.every(({ dataset }) => dataset.label !== label))
  const hidden = own.filter(({ checked }) => !checked).map(({ dataset }) => dataset.label ?? '')
  const kept: Kept = { dense: boxes.some(({ dataset, checked }) => dataset.view && checked), hidden: [...others, ...hidden] }
  try {
    localStorage.setItem(store, JSON.stringify(kept))
  } catch {
    // A browser that keeps nothing shows it as chosen until the page is left.
  }
}

function read(): Kept {
  try {
    const kept = JSON.parse(localStorage.getItem(store) ?? '{}') as Partial<Kept>
    return { dense: kept.dense === true, hidden: Array.isArray(kept.hidden) ? kept.hidden.filter((label) => typeof label === 'string') : [] }
  } catch {
    return { dense: false, hidden: [] }
  }
}
