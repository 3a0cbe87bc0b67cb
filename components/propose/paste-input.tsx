'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { Textarea } from '@/components/ui/textarea'
import type { SectionFrame } from '@/lib/readme/preview'
import { Criteria } from './criteria'
import { mostRows, readPasted } from './pasted'
import type { Grid } from './pasted-rows'

interface Props {
  sections: SectionFrame[]
  value: Grid
  change: (next: Grid) => void
}

/** Where rows are pasted, and the section that they belong to. */
export function PasteInput({ sections, value, change }: Props) {
  const [asked, setAsked] = useState(false)
  const section = sections.find(({ slug }) => slug === value.section)
  const errors = {
    section: section ? undefined : 'Choose the section.',
    text: value.text.trim() === '' ? 'Paste at least one row.' : undefined,
  }

  function read() {
    setAsked(true)
    if (!section || errors.text) return
    const { rows, strange } = readPasted(value.text, section)
    const next = Math.max(-1, ...(value.rows ?? []).map(({ id }) => id)) + 1
    change({ ...value, rows: rows.map((cells, index) => ({ id: next + index, cells })), strange })
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
        help={`A markdown table’s, or a spreadsheet’s as CSV or copied cells; with a header, or in the order of the section’s columns${section ? `: ${section.frame.header.filter(Boolean).join(', ')}` : ''}. At most ${mostRows}.`}
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
      <Button type="button" variant={value.rows ? 'secondary' : 'primary'} onClick={read}>{value.rows ? 'Read the rows anew' : 'Read the rows'}</Button>
    </div>
  )
}
