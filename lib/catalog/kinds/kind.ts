import type { z } from 'zod'
import type { Cell, Link } from '../cell'

/** One column of a kind's tables: which fields its cells hold, and how. */
export interface Column<Fields> {
  key: string
  /** The headers that name it, the first the usual one; compared as lib/catalog/header folds them. */
  headers: readonly string[]
  /** Headers that name it only beside a column that no other kind of list has: "Name" may be the name of anything. */
  vague: readonly string[]
  /** Whether only this kind of list has such a column. */
  telling: boolean
  /** The fields that a cell holds. */
  fields: readonly (keyof Fields & string)[]
  /** Reads a cell's fields; undefined where it does not fit the grammar. */
  read(markdown: string): Partial<Fields> | undefined
  print(fields: Fields): string
}

/** What a term says of an entry: filters, suggestions and "used by" read terms. */
export type Facet = 'subfield' | 'base' | 'data'

/** A kind of entry: its fields, the columns that hold them, and what the catalog reads out of them. */
export interface Kind<Fields> {
  kind: 'model' | 'dataset' | 'table'
  /** What an entry of it is called in a sentence, and in an address: /models/x. */
  words: { one: string; many: string }
  schema: z.ZodType<Fields>
  columns: readonly Column<Fields>[]
  /** Every link of an entry's fields; fields may be absent. */
  links(fields: Partial<Fields>): Link[]
  /** Its terms by facet; fields may be absent. */
  terms(fields: Partial<Fields>): Partial<Record<Facet, string[]>>
}

interface Names {
  headers: readonly string[]
  vague?: readonly string[]
  telling?: boolean
}

/** Makes a column that holds one field out of that field's grammar. */
export function column<Fields, Key extends keyof Fields & string>(key: Key, names: Names, cell: Cell<Fields[Key]>): Column<Fields> {
  return columnOf(key, names, [key], cell, (value) => ({ [key]: value }) as unknown as Partial<Fields>, (fields) => fields[key])
}

/** Makes a column out of a cell's grammar and the way between the cell's value and the entry's fields. */
export function columnOf<Fields, Value>(
  key: string,
  { headers, vague = [], telling = false }: Names,
  fields: readonly (keyof Fields & string)[],
  cell: Cell<Value>,
  toFields: (value: Value) => Partial<Fields>,
  fromFields: (fields: Fields) => Value,
): Column<Fields> {
  return {
    ...{ key, headers, vague, telling, fields },
    read(markdown) {
      const value = cell.read(markdown)
      return value === undefined ? undefined : toFields(value)
    },
    print: (values) => cell.print(fromFields(values)),
  }
}
