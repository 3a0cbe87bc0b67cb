import { columnOf } from '@/lib/catalog/entry'
import type { SectionFrame } from '@/lib/readme/preview'

/** What a form must know of a section to hold an entry of it. */
export type SectionColumns = Pick<SectionFrame, 'kind' | 'frame'>

/** The columns of a section that its kind has no field for, in order: each is a field of inline markdown. */
export function extraColumns({ kind, frame }: SectionColumns): string[] {
  return frame.columns.filter((key) => !columnOf(kind, key))
}

/**
 * The name of a column's field: its key with all but plain letters and digits written as code points, behind a letter. A form
 * takes dots and brackets in a field's name for steps of a path, and a number for an index.
 */
export function fieldName(column: string): string {
  return `c${column.replace(/[^A-Za-z0-9]/gu, (char) => `_${char.codePointAt(0)?.toString(16)}_`)}`
}

/** The column that a field's name stands for. */
export function columnOfField(name: string): string {
  return name.slice(1).replace(/_([\da-f]+)_/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
}
