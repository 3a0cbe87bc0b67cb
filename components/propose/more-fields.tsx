'use client'

import { useWatch } from 'react-hook-form'
import { extraColumns, fieldName } from './column-fields'
import { DuplicateNotice } from './duplicate-notice'
import { FormPart } from './form-part'
import { usePropose } from './propose-context'
import { LongTextField, useProblem } from './text-fields'
import type { Values } from './values'

/** The chosen section; undefined while none is. */
export function useSection() {
  const { sections } = usePropose()
  const slug = useWatch<Values, 'section'>({ name: 'section' })
  return sections.find((section) => section.slug === slug)
}

/** The columns of a row of any table: all are fields of inline markdown. */
export function TableFields() {
  const section = useSection()
  const problem = useProblem('more')
  return (
    <FormPart title="The row">
      {section ? (
        <>
          <p className="text-sm text-muted">
            One field for each column of the table, in markdown as the README has it: <code>[label](https://…)</code> is a link,{' '}
            <code>**bold**</code> and <code>`code`</code> are what they look like. Leave empty what the row has nothing to say to.
          </p>
          {problem && <p id="more" tabIndex={-1} className="text-sm font-medium text-danger">{problem}</p>}
          <Cells columns={extraColumns(section)} />
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
  const columns = section ? extraColumns(section) : []
  if (columns.length === 0) return null
  return <FormPart title="More columns of this table"><Cells columns={columns} mark="optional" /></FormPart>
}

function Cells({ columns, mark }: { columns: string[]; mark?: string }) {
  return columns.map((column) => <LongTextField key={column} name={`more.${fieldName(column)}`} mark={mark} rows={1} className="field-sizing-content" />)
}
