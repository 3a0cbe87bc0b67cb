import type { z } from 'zod'
import type { Cell } from '../cell'

/** One column of a kind's tables: which fields its cells hold, and how. */
export interface Column<Fields> {
  key: string
  /** The headers that name it, the first the usual one; compared without regard to case. */
  headers: readonly string[]
  /** The fields that a cell holds; undefined where it does not fit the grammar. */
  read(markdown: string): Partial<Fields> | undefined
  print(fields: Fields): string
}

/** A kind of entry: its fields and the columns that hold them. */
export interface Kind<Fields> {
  kind: 'model' | 'dataset'
  schema: z.ZodType<Fields>
  columns: readonly Column<Fields>[]
}

/** Makes a column out of a cell's grammar and the way between the cell's value and the entry's fields. */
export function column<Fields, Value>(
  key: string,
  headers: readonly string[],
  cell: Cell<Value>,
  toFields: (value: Value) => Partial<Fields>,
  fromFields: (fields: Fields) => Value,
): Column<Fields> {
  return {
    key,
    headers,
    read(markdown) {
      const value = cell.read(markdown)
      return value === undefined ? undefined : toFields(value)
    },
    print: (fields) => cell.print(fromFields(fields)),
  }
}
