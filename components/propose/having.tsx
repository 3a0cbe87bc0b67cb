'use client'

import type { ReactNode } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { Button } from '@/components/ui/button'
import { unfitCells } from './edit-values'
import { usePropose, useSection } from './propose-context'
import type { Values } from './values'

/** Fields of columns, where the chosen section has any of them. */
export function Having({ columns, children }: { columns: string[]; children: ReactNode }) {
  const section = useSection()
  return section && !columns.some((column) => section.frame.columns.includes(column)) ? null : children
}

interface Props {
  column: string
  /** Whether nothing stands here while the cell fits no field: another field of its column shows it. */
  quiet?: boolean
  children: ReactNode
}

/** The fields of one column, where the section has it; in their place the entry's own cell while that fits no field. */
export function ColumnFields({ column, quiet = false, children }: Props) {
  const { edited } = usePropose()
  const rewritten = useWatch<Values, 'rewritten'>({ name: 'rewritten' })
  const cell = edited ? unfitCells(edited, { rewritten })[column] : undefined
  return <Having columns={[column]}>{cell === undefined ? children : quiet ? null : <UnfitCell column={column} cell={cell} />}</Having>
}

function UnfitCell({ column, cell }: { column: string; cell: string }) {
  const { getValues, setValue } = useFormContext<Values>()
  const section = useSection()
  const header = section?.frame.header[section.frame.columns.indexOf(column)] ?? column
  const rewrite = () => setValue('rewritten', [...getValues('rewritten'), column], { shouldDirty: true })
  return (
    <div className="flex flex-col gap-2 text-sm">
      <h3 className="font-medium">{header}</h3>
      <p className="text-muted">The list has this here, which is more than the fields of this form can hold. It stays as it is.</p>
      <pre className="rounded-md border bg-sunken px-3 py-2 font-mono text-[0.8125rem] leading-6 whitespace-pre-wrap wrap-anywhere">{cell || ' '}</pre>
      <div><Button type="button" size="small" onClick={rewrite}>Write it anew</Button></div>
    </div>
  )
}
