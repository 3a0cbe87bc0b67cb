import type { z } from 'zod'
import type { Cell, Link } from '../cell'

/** One column of a kind's tables: which fields its cells hold, and how. */
export interface Column<Fields> {
  key: string
  /** The headers that name it, the first the usual one; compared without regard to case. */
  headers: readonly string[]
  /** The fields that a cell holds; undefined where it does not fit the grammar. */
  read(markdown: string): Partial<Fields> | undefined
  print(fields: Fields): string
}

/** What a term says of an entry: filters, suggestions and "used by" read terms. */
export type Facet = 'subfield' | 'base' | 'data'

/** A kind of entry: its fields, the columns that hold them, and what the catalog reads out of them. */
export interface Kind<Fields> {
  kind: 'model' | 'dataset'
  schema: z.ZodType<Fields>
  columns: readonly Column<Fields>[]
  /** Every link of an entry; fields may be absent. */
  links(fields: Partial<Fields>): Link[]
  /** Its terms by facet; fields may be absent. */
  terms(fields: Partial<Fields>): Partial<Record<Facet, string[]>>
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
