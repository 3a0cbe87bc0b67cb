'use client'

import { useState, useSyncExternalStore } from 'react'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/textarea'
import type { SectionFrame } from '@/lib/readme/preview'
import { LikelyDuplicates } from './duplicate-notice'
import type { LikelyDuplicate, Lookup } from './lookup'
import type { ReadRow } from './pasted-rows'

interface Props {
  row: ReadRow
  /** Its place, from 0. */
  index: number
  section: SectionFrame
  lookup: Lookup
  /** What the server refused, by column. */
  refused: Record<string, string>
  onType: (cells: string[]) => void
  onRemove: () => void
}

const none: readonly LikelyDuplicate[] = []

/** A pasted row: what it is called, what it may repeat, and its cells, open where one needs a look. */
export function PastedRow({ row, index, section, lookup, refused, onType, onRemove }: Props) {
  const problems = { ...refused, ...row.read.problems }
  const count = Object.keys(problems).length
  // Decided once: it must not fold away under whoever mends the last cell.
  const [open] = useState(count > 0)
  const found = useSyncExternalStore(lookup.subscribe, () => lookup.found(`row ${row.id}`), () => none)
  const { columns, header } = section.frame
  return (
    <li className="space-y-5 px-4 py-4 sm:px-5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <h3 className="min-w-0 font-medium wrap-anywhere">{index + 1}. {row.name || 'A row without a name'}</h3>
        {count > 0 ? <Badge tone="danger">{count === 1 ? 'One cell needs a look' : `${count} cells need a look`}</Badge> : <Badge tone="success">Fits</Badge>}
        <Button type="button" size="small" variant="quiet" className="ml-auto" aria-label={`Leave out row ${index + 1}`} onClick={onRemove}>Leave out</Button>
      </div>
      {row.twin !== null && <p className="text-sm text-warning">Row {row.twin + 1} says the same.</p>}
      <LikelyDuplicates found={found} />
      <details open={open || Object.keys(refused).length > 0}>
        <summary className="w-fit text-sm text-muted hover:text-ink">Its cells</summary>
        <div className="mt-3 grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
          {columns.map((column, at) => (
            <Field key={column} label={header[at] || column} error={problems[column]}>
              <Textarea
                rows={1}
                className="min-h-10.5! font-mono text-[0.8125rem]"
                value={row.cells[at] ?? ''}
                onChange={({ target }) => onType(columns.map((_, place) => (place === at ? target.value.replace(/\s*\n\s*/g, ' ') : (row.cells[place] ?? ''))))}
              />
            </Field>
          ))}
        </div>
      </details>
    </li>
  )
}
