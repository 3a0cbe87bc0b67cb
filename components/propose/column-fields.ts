import { columnOf } from '@/lib/catalog/entry'
import type { SectionFrame } from '@/lib/readme/preview'

/** What a form must know of a section to hold an entry of it. */
export type SectionColumns = Pick<SectionFrame, 'kind' | 'frame'>

/** The columns of a section that its kind has no field for, in order: each is a field of inline markdown. */
export function extraColumns({ kind, frame }: SectionColumns): string[] {
  return frame.columns.filter((key) => !columnOf(kind, key))
}

/**
 * The name of a column's field: its key with all but plain letters and digits written as code points, behind `c_`. A form
 * takes dots and brackets in a field's name for steps of a path, a number for an index, and every object has a `constructor`.
 */
export function fieldName(column: string): string {
  return `c_${column.replace(/[^A-Za-z0-9]/gu, (char) => `_${char.codePointAt(0)?.toString(16)}_`)}`
}

/** The column that a field's name stands for. */
export function columnOfField(name: string): string {
  return name.slice(2).replace(/_([\da-f]+)_/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
}
