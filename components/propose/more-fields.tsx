'use client'

import type { SectionFrame } from '@/lib/readme/preview'
import { extraColumns, fieldName } from './column-fields'
import { DuplicateNotice } from './duplicate-notice'
import { FormPart } from './form-part'
import { useSection } from './propose-context'
import { LongTextField } from './text-fields'

/** The columns of a row of any table: all are fields of inline markdown. */
export function TableFields() {
  const section = useSection()
  return (
    <FormPart title="The row">
      {section ? (
        <>
          <p className="text-sm text-muted">
            One field for each column of the table, in markdown as the README has it: <code>[label](https://…)</code> is a link,{' '}
            <code>**bold**</code> and <code>`code`</code> are what they look like. Leave a field empty where the row has nothing to say.
          </p>
          <Cells section={section} />
          <DuplicateNotice field="more" />
        </>
      ) : (
        <p className="text-sm text-muted">Choose a section first: its table’s columns become the fields.</p>
      )}
    </FormPart>
  )
}

/** The columns of a section that its kind has no field for, where it has such. */
export function MoreFields() {
  const section = useSection()
  if (!section || extraColumns(section).length === 0) return null
  return (
    <FormPart title="More columns of this table">
      <p className="text-sm text-muted">In markdown, as the README has them.</p>
      <Cells section={section} mark="optional" />
    </FormPart>
  )
}

/** A field for each column; what the table's first row holds there shows the list's manner. */
function Cells({ section, mark }: { section: SectionFrame; mark?: string }) {
  return extraColumns(section).map((column) => (
    <LongTextField
      key={column}
      name={`more.${fieldName(column)}`}
      mark={mark}
      placeholder={section.sample[section.frame.columns.indexOf(column)]}
      rows={1}
      className="min-h-10.5!"
    />
  ))
}

