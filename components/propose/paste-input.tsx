'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { Textarea } from '@/components/ui/textarea'
import type { SectionFrame } from '@/lib/readme/preview'
import { fail, type Result } from '@/lib/errors'
import type { Found } from '@/lib/lookup/found'
import { isBibtex } from '@/lib/lookup/identifier'
import { cellsOfFound } from './bibtex-rows'
import { Criteria } from './criteria'
import { mostRows, readPasted, type Pasted } from './pasted'
import type { Grid } from './pasted-rows'

interface Props {
  sections: SectionFrame[]
  value: Grid
  change: (next: Grid) => void
  readBibliography: ReadBibliography
}

/** Reads a pasted bibliography: the server's action. */
export type ReadBibliography = (text: string) => Promise<Result<Found[]>>

/** Where rows are pasted, and the section that they belong to. */
export function PasteInput({ sections, value, change, readBibliography }: Props) {
  const [asked, setAsked] = useState(false)
  const [refused, setRefused] = useState<string>()
  const [busy, setBusy] = useState(false)
  const section = sections.find(({ slug }) => slug === value.section)
  const errors = {
    section: section ? undefined : 'Choose the section.',
    text: value.text.trim() === '' ? 'Paste at least one row.' : refused,
  }

  async function cellsOf(text: string, frame: SectionFrame): Promise<Pasted | string> {
    if (!isBibtex(text)) return readPasted(text, frame)
    const found = await readBibliography(text).catch(() => lost)
    return found.ok ? { rows: found.value.slice(0, mostRows).map((one) => cellsOfFound(one, frame)), strange: [] } : found.message
  }
  async function read() {
    setAsked(true)
    if (!section || value.text.trim() === '' || busy) return
    setBusy(true)
    const cells = await cellsOf(value.text, section)
    setBusy(false)
    setRefused(typeof cells === 'string' ? cells : undefined)
    if (typeof cells === 'string') return
    const next = Math.max(-1, ...(value.rows ?? []).map(({ id }) => id)) + 1
    change({ ...value, rows: cells.rows.map((row, index) => ({ id: next + index, cells: row })), strange: cells.strange })
  }
  return (
    <div className="max-w-3xl space-y-6">
      <Field label="Section" help="The part of the list that they belong to." error={asked ? errors.section : undefined}>
        <Select value={value.section} onChange={({ target }) => change({ ...value, section: target.value, rows: null, strange: [] })}>
          <option value="">Choose a section…</option>
          {sections.map(({ slug, heading, size }) => <option key={slug} value={slug}>{`${heading} (${size})`}</option>)}
        </Select>
      </Field>
      <Criteria section={section} />
      <Field
        label="Rows"
        help={`A markdown table’s, a spreadsheet’s as CSV or copied cells, or a bibliography in BibTeX. Rows come with a header, or in the order of the section’s columns${section ? `: ${section.frame.header.filter(Boolean).join(', ')}` : ''}. At most ${mostRows}.`}
        error={asked ? errors.text : undefined}
      >
        <Textarea
          rows={6}
          spellCheck={false}
          className="max-h-96 font-mono text-[0.8125rem] leading-6"
          value={value.text}
          onChange={({ target }) => change({ ...value, text: target.value })}
        />
      </Field>
      <Button type="button" variant={value.rows ? 'secondary' : 'primary'} aria-disabled={busy} onClick={() => void read()}>{busy ? 'Reading…' : value.rows ? 'Read the rows anew' : 'Read the rows'}</Button>
    </div>
  )
}

const lost = fail('unavailable', 'The portal did not answer. Your text is still here: try again.')
